import { plantApplications } from "./markup-applications";
import { unplantedColumns } from "./markup-columns";
import { plantHolder } from "./markup-holder";
import { Planted } from "./markup-payload";
import { plantRecords } from "./markup-records";
import { neverShown } from "./markup-unseen";
import { look, notVisited, visitsTo } from "./markup-visits";
import { cookieFor } from "../bench/app";
import { builtAddresses } from "./build";
import { type Fault, inLanes } from "./fault";
import { worldBehindServer } from "./requests";

const LANES = 6;

/** Every text field of every form and record, and the ids of the pages that show them. */
async function plantEverything(planted: Planted) {
  const holder = await plantHolder(planted);
  const { applications, hidden } = await plantApplications(planted, holder, holder.answers);
  const submitted = applications.filter((one) => one.submitted);
  const records = { ...holder, enterpriseId: holder.actor.enterpriseId, accountId: holder.actor.accountId };
  const reorganisation = submitted.find(({ business }) => business.partiesOf !== undefined);
  const made = await plantRecords(planted, { ...records, caseId: submitted[0]?.id ?? "", reorganisationId: reorganisation?.id ?? "" });
  const cookies = { enterprise: await cookieFor(holder.actor.accountId, "enterprise"), staff: await cookieFor(holder.staffId, "staff"), auditor: await cookieFor(holder.auditorId, "staff") };
  return { hidden, visits: visitsTo(made, applications, holder.staffId, cookies) };
}

/** Addresses excepted that the build does not have. */
function superfluous(): string[] {
  const { pages, routes } = builtAddresses();
  return Object.keys(notVisited).filter((address) => ![...pages, ...routes].includes(address)).map((address) => `例外多余：${address}`);
}

/** T11: what people type is shown as they typed it and never runs. */
export const storedMarkup: Fault = {
  id: "T11", what: "每个文字栏里存着的脚本与公式，出现在每一页、每份 PDF、每张表", target: "0 处会运行；没有一栏没植入、没一页没打开",
  async run() {
    const { server: { origin } } = await worldBehindServer();
    const planted = new Planted();
    const { visits, hidden } = await plantEverything(planted);
    const [shown, running, unopened] = [new Set<string>(), [] as string[], [] as string[]];
    await inLanes(LANES, visits, async (visit) => {
      const { status, rendered, delivered, runs } = await look(origin, visit, planted);
      if (status !== 200) unopened.push(`没有打开：${visit.path}（${status}）`);
      if (runs) running.push(`会运行：${visit.path}`);
      for (const name of [...rendered, ...delivered]) shown.add(name);
    });
    const unseen = planted.names.filter((name) => !shown.has(name) && !hidden.includes(name));
    const gaps = [
      ...unopened, ...superfluous(), ...(await unplantedColumns("onerror=m(")),
      ...unseen.filter((name) => !(name in neverShown)).map((name) => `没有一页显示：${name}`), ...Object.keys(neverShown).filter((name) => !unseen.includes(name)).map((name) => `例外多余：${name}`),
    ];
    if (running.length + gaps.length > 0) console.error([...running, ...gaps]);
    return {
      figure: `${planted.names.length} 栏，${visits.length} 次打开：会运行 ${running.length}，看得到 ${shown.size}，漏掉 ${gaps.length}`, pass: running.length === 0 && gaps.length === 0,
      detail: { fields: planted.names.length, visits: visits.length, shown: shown.size, neverShown: unseen.length, hidden: hidden.length, running: running.length, gaps: gaps.length },
    };
  },
};
