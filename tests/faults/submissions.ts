import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection } from "@/lib/services/applications/save-section";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { takeNumber } from "@/lib/data/platform";
import { ROSTER } from "../bench/prepare";
import { actorOf, manyReady, readyToSubmit, tracesOf } from "./cases";
import { type Fault, inLanes } from "./fault";

const AT_ONCE = 20;

/** T4: a double click, a second tab and a retry are one submission. */
export const simultaneousSubmits: Fault = {
  id: "T4", what: "同一件申请同时提交二十次", target: "恰好一轮、一个编号、一条经过、一条消息；答复都相同",
  async run(scale) {
    const ready = await manyReady(scale.of(4, 200));
    let wrong = 0;
    for (const { enterprise, applicationId } of ready) {
      const [actor, shared] = [actorOf(enterprise), randomUUID()];
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => submitApplication(actor, { applicationId, idempotencyKey: n % 2 ? shared : randomUUID(), truthPromise: true })));
      const same = new Set(answers.map(({ number, round, submittedAt }) => JSON.stringify([number, round, submittedAt]))).size === 1;
      const { rounds, events, messages, keys } = await tracesOf(applicationId);
      if (!same || [rounds, events, messages, keys].some((count) => count !== 1)) wrong += 1;
    }
    return { figure: `${ready.length} 件、各 ${AT_ONCE} 次，${wrong} 件不对`, pass: wrong === 0, detail: { applications: ready.length, wrong } };
  },
};

const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => "done", (error: unknown) => (error instanceof Refusal ? error.code : "unexpected"));

/** T5: two people in one draft: what both touched is shown to the later one, everything else is kept. */
export const twoEditors: Fault = {
  id: "T5", what: "两人同时改一份草稿：同一格、同一行的别的格、别的页签", target: "0 次悄悄覆盖，互不相干的都留下",
  async run(scale) {
    const { enterprise, applicationId } = await readyToSubmit();
    const [actor, rounds] = [actorOf(enterprise), scale.of(15, 200)];
    let [overwritten, lost, shown] = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const { context, revisions } = await getApplication(actor, applicationId);
      const section = "technical-lead";
      const before = String(context.answers[section]?.name ?? "");
      const report = String(context.answers["basic-information"]?.auditReportNo ?? "");
      const change = (key: string, from: string, to: string) => ({ fields: [{ key, from: from === "" ? null : from, to }], rows: [] });
      const save = (where: string, key: string, from: string, to: string) => saveSection(actor, { applicationId, section: where, revision: revisions[where] ?? 0, patch: change(key, from, to) });
      const [one, two] = [`甲${round}`.padEnd(3, "一"), `乙${round}`.padEnd(3, "二")];
      const saved = await Promise.all([save(section, "name", before, one), save(section, "name", before, two), save("basic-information", "auditReportNo", report, `审字第 ${round} 号`)]);
      const after = (await getApplication(actor, applicationId)).context.answers;
      const conflicts = saved.slice(0, 2).filter((result) => result.conflicts.length > 0).length;
      shown += conflicts;
      if (conflicts !== 1) overwritten += 1;
      if (after["basic-information"]?.auditReportNo !== `审字第 ${round} 号`) lost += 1;
    }
    return { figure: `${rounds} 轮：悄悄覆盖 ${overwritten} 次，丢失 ${lost} 次，给人看的冲突 ${shown} 次`, pass: overwritten === 0 && lost === 0 && shown === rounds, detail: { rounds, overwritten, lost, shown } };
  },
};

/** T12: numbers are taken inside transactions, many of which fail. */
export const numbers: Fault = {
  id: "T12", what: "六十四路同时取号，一半事务回滚", target: "0 个重号",
  async run(scale) {
    const given: number[] = [];
    const wanted = Array.from({ length: scale.of(320, 3_200) }, (_, n) => n);
    await inLanes(64, wanted, async (n) => {
      const roll = n % 2 === 1;
      await transaction(async (tx) => {
        const number = await takeNumber(tx, "fault-series");
        if (roll) throw new Error("rolled back on purpose");
        given.push(number);
      }).catch((error: unknown) => {
        if (!(error instanceof Error && error.message === "rolled back on purpose")) throw error;
      });
    });
    const duplicates = given.length - new Set(given).size;
    return { figure: `${given.length} 个号，${duplicates} 个重号`, pass: duplicates === 0 && given.length === wanted.length / 2, detail: { given: given.length, duplicates } };
  },
};

const PARALLEL = 256;

/** T18: many saves at once through a small pool; none waits for a connection that its own request holds. */
export const fullPool: Fault = {
  id: "T18", what: `连接池十条，同时 ${PARALLEL} 次保存`, target: "全都有答复，一秒之内恢复",
  async run(scale) {
    const ready = await manyReady(scale.of(4, 16));
    const rows = async ({ enterprise, applicationId }: (typeof ready)[number]) => (await getApplication(actorOf(enterprise), applicationId)).context.answers[ROSTER.section];
    const outcomes = await Promise.all(
      Array.from({ length: PARALLEL }, async (_, n) => {
        const one = ready[n % ready.length] ?? (await readyToSubmit());
        return outcome(saveSection(actorOf(one.enterprise), { applicationId: one.applicationId, section: "basic-information", revision: 1, patch: { fields: [{ key: "safetyOrg", from: null, to: `第 ${n} 次保存` }], rows: [] } }));
      }),
    );
    const began = performance.now();
    await db().case.count();
    const back = Math.round(performance.now() - began);
    const whole = (await Promise.all(ready.map(rows))).every(Boolean);
    const answered = outcomes.filter((one) => one !== "unexpected").length;
    return { figure: `${answered} 次有答复，恢复 ${back} 毫秒`, pass: answered === PARALLEL && back < 1_000 && whole, detail: { answered, back, unavailable: outcomes.filter((one) => one === "unavailable").length } };
  },
};
