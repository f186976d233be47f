import type { Row } from "@/lib/forms/answers";
import { rowsOf } from "@/lib/forms/answers";
import { saveSection } from "@/lib/services/applications/save-section";
import { actorOf } from "@/prisma/seed/drive-case";
import { percentile, type Result, round, throughput, timed } from "./measure";
import { startFloor } from "./next-floor";
import { type BenchApplication, prepareApplication, ROSTER } from "./prepare";

const CONCURRENCY = 16;
const SECONDS = 6;

/** P3 and P4: opening and saving a tab with 60 people, beside a bare Next + Prisma doing one row, in the same run. */
export async function benchTabs(dataFolder: string): Promise<Result[]> {
  const applications: BenchApplication[] = [];
  for (let worker = 0; worker < CONCURRENCY; worker += 1) applications.push(await prepareApplication(60));
  const floor = await startFloor(dataFolder);
  try {
    return [await benchOpening(floor.origin, applications), await benchSaving(floor.origin, applications), await benchLargeTab()];
  } finally {
    floor.stop();
  }
}

const parametersOf = ({ applicationId, enterprise }: BenchApplication): string =>
  new URLSearchParams({ applicationId, sectionKey: ROSTER.section, enterpriseId: enterprise.id, accountId: enterprise.accountId }).toString();

async function must(response: Response): Promise<void> {
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${body.slice(0, 200)}`);
}

async function benchOpening(origin: string, applications: readonly BenchApplication[]): Promise<Result> {
  const open = (route: string) => async (worker: number) => {
    const application = applications[worker];
    if (application) await must(await fetch(`${origin}/read/${route}?${parametersOf(application)}`));
  };
  for (const route of ["bare", "service"]) await throughput(CONCURRENCY, 2, open(route));
  const bare = await throughput(CONCURRENCY, SECONDS, open("bare"));
  const service = await throughput(CONCURRENCY, SECONDS, open("service"));
  const ratio = round(service.perSecond / bare.perSecond, 2);
  return {
    id: "P3", what: "打开 60 人的页签", figure: `${ratio} × 裸 Next + Prisma（${service.perSecond} / ${bare.perSecond} 次每秒，p50 ${service.p50} 毫秒）`,
    target: "≥ 1.5 ×", pass: ratio >= 1.5, detail: { ratio, perSecond: service.perSecond, floorPerSecond: bare.perSecond, p50: service.p50, p95: service.p95 },
  };
}

/** Each worker owns one application and changes all of its rows, every time from what it last stored. */
function saver(origin: string, applications: readonly BenchApplication[]) {
  const held = applications.map(({ answers }) => ({ revision: 1, rows: rowsOf(answers[ROSTER.section] ?? {}, ROSTER.table) }));
  const post = async (route: string, worker: number, bodyOf: (rows: Row[], changed: Row[], revision: number) => object) => {
    const [application, own] = [applications[worker], held[worker]];
    if (!application || !own) return;
    const changed = own.rows.map((row) => ({ ...row, certNo: `T${Math.random().toString(36).slice(2)}` }));
    const response = await fetch(`${origin}/save/${route}?${parametersOf(application)}`, {
      method: "POST", headers: { "content-type": "application/json" },
      body: JSON.stringify({ applicationId: application.applicationId, section: ROSTER.section, revision: own.revision, ...bodyOf(own.rows, changed, own.revision) }),
    });
    await must(response);
    held[worker] = { revision: own.revision + 1, rows: changed };
  };
  return {
    bare: (worker: number) => post("bare", worker, (_, changed) => ({ data: { [ROSTER.table]: changed } })),
    service: (worker: number) => post("service", worker, (rows, changed) => ({ patch: patchOf(rows, changed) })),
  };
}

const patchOf = (rows: readonly Row[], changed: readonly Row[]) => ({
  fields: [],
  rows: changed.map((to, index) => ({ table: ROSTER.table, rowId: to.rowId, from: rows[index] ?? null, to })),
});

async function benchSaving(origin: string, applications: readonly BenchApplication[]): Promise<Result> {
  const save = saver(origin, applications);
  await throughput(CONCURRENCY, 2, save.bare);
  await throughput(CONCURRENCY, 2, save.service);
  const bare = await throughput(CONCURRENCY, SECONDS, save.bare);
  const service = await throughput(CONCURRENCY, SECONDS, save.service);
  const ratio = round(service.perSecond / bare.perSecond, 2);
  return {
    id: "P4", what: "保存 60 人全部改过的页签", figure: `${ratio} × 裸 Next + Prisma（${service.perSecond} / ${bare.perSecond} 次每秒，p50 ${service.p50} 毫秒）`,
    target: "≥ 1.2 ×", pass: ratio >= 1.2, detail: { ratio, perSecond: service.perSecond, floorPerSecond: bare.perSecond, p50: service.p50, p95: service.p95 },
  };
}

/** A tab of a thousand people, sixty of them changed: the time inside the service. */
async function benchLargeTab(): Promise<Result> {
  const { enterprise, applicationId, answers } = await prepareApplication(1000);
  let rows = rowsOf(answers[ROSTER.section] ?? {}, ROSTER.table);
  let revision = 1;
  const times = await timed(30, 5, async (run) => {
    const from = (run * 60) % 940;
    const part = rows.slice(from, from + 60);
    const changed = part.map((row) => ({ ...row, certNo: `T${run}${row.rowId}` }));
    const outcome = await saveSection(actorOf(enterprise), { applicationId, section: ROSTER.section, revision, patch: patchOf(part, changed) });
    revision = outcome.revision;
    rows = rowsOf(outcome.answers, ROSTER.table);
  });
  const [p50, p95] = [round(percentile(times, 0.5)), round(percentile(times, 0.95))];
  return { id: "P4", what: "1 000 人的页签改 60 人", figure: `p50 ${p50} 毫秒，p95 ${p95} 毫秒（服务时间）`, target: "≤ 60 毫秒", pass: p50 <= 60, detail: { people: 1000, p50, p95 } };
}

