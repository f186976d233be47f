import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { EnterpriseActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { freshDatabase } from "../database";
import type { World } from "./world";

await freshDatabase();
const { buildWorld, newDraft, newFinished, newRemark, staffNamed } = await import("./world");
const { db, pool } = await import("@/lib/data/client");
const { draft, enterprise, fill, save } = await import("../applications/fixtures");
const { act, staff, submittedCase } = await import("../review/cases");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { submitApplication } = await import("@/lib/services/applications/submit-application");
const { rate } = await import("@/lib/services/evaluation/rate");
const { claimCase } = await import("@/lib/services/review/claim-case");
const { decide } = await import("@/lib/services/review/decide");
const { removeRemark, resolveRemark, updateRemark } = await import("@/lib/services/review/remarks");
const { seen } = await import("./seen");
const { chooseRuleSet, confirmOfficeDigits } = await import("@/lib/services/settings/manage-settings");
const { getSetting } = await import("@/lib/services/settings/settings");
const { offices } = await import("@/lib/licensing/offices");

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

/** done，或拒绝的代码；意外的错误原样抛出。 */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const tally = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of outcomes) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

describe("幂等键", () => {
  it("同一个键用在另一件申请上，不会得到第一件的答复", async () => {
    const [first, second, idempotencyKey] = [await newDraft(world), await newDraft(world), randomUUID()];
    await discardApplication(world.owner, { applicationId: first, idempotencyKey });
    expect(await outcome(discardApplication(world.owner, { applicationId: second, idempotencyKey }))).toBe("conflict");
    expect((await db().case.findUniqueOrThrow({ where: { id: second } })).state).toBe("draft");
  });

  it("别的账号、别的动作拿到键也没有用；同一件重试仍是同一答复", async () => {
    const { applicant, applicationId } = await submittedCase();
    const idempotencyKey = randomUUID();
    const intake = staffNamed(world, "intake");
    const command = { applicationId, action: "accept" as const, revision: (await db().case.findUniqueOrThrow({ where: { id: applicationId } })).revision, idempotencyKey };
    const first = await decide(intake, command);
    expect(await decide(intake, command)).toEqual(first);
    expect(await outcome(submitApplication(applicant, { applicationId, idempotencyKey, truthPromise: true }))).toBe("conflict");
    expect(await outcome(decide(await staff(["intake"]), command))).toBe("conflict");
    expect(await outcome(decide(intake, { ...command, applicationId: (await submittedCase()).applicationId }))).toBe("conflict");
  });

  it("L-5.1.2-01 评价的键也只认一件业务", async () => {
    const [first, second, idempotencyKey] = [await newFinished(world), await newFinished(world), randomUUID()];
    await rate(world.owner, { caseId: first, idempotencyKey, rating: { level: 5, phone: "13900001001" } });
    expect(await outcome(rate(world.owner, { caseId: second, idempotencyKey, rating: { level: 5, phone: "13900001002" } }))).toBe("conflict");
  });
});

describe("评价", () => {
  it("L-5.1.2-04 同事同时评同一件：恰好一个成功，其余得知已评过", async () => {
    const caseId = await newFinished(world);
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => outcome(rate(world.owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone: `139000020${String(n).padStart(2, "0")}` } }))));
    expect(tally(outcomes)).toEqual({ done: 1, conflict: 19 });
  });

  it("L-5.1.1-01 办结超过三十天的不能再评，绕过页面也不行", async () => {
    const caseId = await newFinished(world);
    await pool().query(`UPDATE "Case" SET "finishedAt" = now() - interval '32 days' WHERE "id" = $1`, [caseId]);
    expect(await outcome(rate(world.owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone: "13900003001" } }))).toBe("conflict");
  });

  it("L-5.1.2-01 评价留有审计，其中没有手机号码", async () => {
    const caseId = await newFinished(world);
    await rate(world.owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone: "13900003002" } });
    const entries = await db().auditEntry.findMany({ where: { action: "evaluation.rate", subjectId: caseId } });
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain("13900003002");
  });
});

describe("同时开始与同时提交", () => {
  it("L-4.0-03 同事同时点了开始：只有一件", async () => {
    const actor = await enterprise(["owner"]);
    const started = await Promise.all(Array.from({ length: 20 }, () => startApplication(actor, { business: "new-licence" })));
    expect(new Set(started.map(({ applicationId }) => applicationId)).size).toBe(1);
  });

  it("L-4.1.10-01 二十次同时提交：一轮、一条经过、一条消息，答复都相同", async () => {
    const actor = await enterprise(["owner"]);
    const applicationId = await draft(actor);
    await fill(actor, applicationId, { firstPerson: 910_000 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitApplication(actor, { applicationId, idempotencyKey: randomUUID(), truthPromise: true })));
    expect(new Set(answers.map(({ number, round, submittedAt }) => JSON.stringify([number, round, submittedAt]))).size).toBe(1);
    const [rounds, events, messages] = await Promise.all([db().submission.count({ where: { applicationId } }), db().caseEvent.count({ where: { caseId: applicationId } }), db().message.count({ where: { caseId: applicationId } })]);
    expect([rounds, events, messages]).toEqual([1, 1, 1]);
  });
});

describe("同时领取与办理", () => {
  it("L-6-02 二十人同时领取一件：一个领到，其余得知是谁", async () => {
    const { applicationId } = await submittedCase();
    const people = await Promise.all(Array.from({ length: 20 }, () => staff(["intake"])));
    expect(tally(await Promise.all(people.map((person) => outcome(claimCase(person, { applicationId })))))).toEqual({ done: 1, conflict: 19 });
  });

  it("L-6-03 别人承办的案件，意见也不能替他改、删、关", async () => {
    const [holder, other] = [await staff(["intake"]), await staff(["intake"])];
    const remarkId = await newRemark(world, false);
    await db().case.updateMany({ where: { remarks: { some: { id: remarkId } } }, data: { holderId: holder.accountId } });
    expect(await outcome(updateRemark(other, { remarkId, level: "hint", text: "改掉" }))).toBe("conflict");
    expect(await outcome(resolveRemark(other, remarkId, true))).toBe("conflict");
    expect(await outcome(removeRemark(other, remarkId))).toBe("conflict");
    expect(await outcome(removeRemark(holder, remarkId))).toBe("done");
  });

  it("L-6-03 第二次退回与关闭意见同时来：不会退回一件没有意见可改的", async () => {
    for (let round = 0; round < 5; round += 1) {
      const remarkId = await newRemark(world, true);
      const { id: caseId } = await db().case.findFirstOrThrow({ where: { remarks: { some: { id: remarkId } } } });
      await db().case.update({ where: { id: caseId }, data: { state: "submitted", round: 2 } });
      await db().caseEvent.create({ data: { caseId, action: "returnForCorrection", fromState: "submitted", toState: "correction", actorName: "-", actorRole: "intake" } });
      const intake = staffNamed(world, "intake");
      await Promise.all([outcome(act(intake, caseId, "returnForCorrection")), outcome(resolveRemark(intake, remarkId, true))]);
      const { state } = await db().case.findUniqueOrThrow({ where: { id: caseId } });
      const open = await db().remark.count({ where: { caseId, resolvedAt: null } });
      expect([state, open]).toEqual(state === "correction" ? ["correction", 1] : ["submitted", 0]);
    }
  });
});

describe("设置", () => {
  it("两位管理员同时核实两个派出机构，两个都记下", async () => {
    const [first, second] = offices;
    if (!first || !second) throw new Error("there are offices");
    const administrator = staffNamed(world, "administrator");
    for (let round = 0; round < 5; round += 1) {
      await db().setting.deleteMany({ where: { key: "confirmedOffices" } });
      await Promise.all([first, second].map(async ({ code, regionDigit, officeDigit }) => confirmOfficeDigits(administrator, { code, version: await seen.digits(administrator, code), regionDigit, officeDigit })));
      expect((await getSetting("confirmedOffices")).toSorted()).toEqual([first.code, second.code].toSorted());
    }
  });

  it("L-6-05 两个机构同时要同一组数字：一个得到，另一个被拒", async () => {
    const [first, second] = offices;
    if (!first || !second) throw new Error("there are offices");
    const administrator = staffNamed(world, "administrator");
    for (let digit = 5; digit < 9; digit += 1) {
      const outcomes = await Promise.all([first, second].map(async ({ code }) => outcome(confirmOfficeDigits(administrator, { code, version: await seen.digits(administrator, code), regionDigit: 6, officeDigit: digit }))));
      expect(tally(outcomes)).toEqual({ done: 1, invalid: 1 });
    }
  });

  it("更换条件标准与别的设置同时来，不互相覆盖", async () => {
    const administrator = staffNamed(world, "administrator");
    await Promise.all(["NDRC-30-2025", "NDRC-36-2020"].map((id) => chooseRuleSet(administrator, { id, confirmed: true })));
    expect((await getSetting("confirmedRuleSets")).toSorted()).toEqual(["NDRC-30-2025", "NDRC-36-2020"]);
    await chooseRuleSet(administrator, { id: "NDRC-36-2020", confirmed: false });
  });
});

describe("电工的身份证号码", () => {
  const roster = (actor: EnterpriseActor, applicationId: string, idNo: string) =>
    save(actor, applicationId, "skilled-workers", { skilledWorkers: [] }, { skilledWorkers: [{ rowId: randomUUID(), name: "王磊", idNo }] });

  it("L-4.1.6-04 闲置草稿让出的电工被别家登记之后，原来那家不能再带着他提交", async () => {
    const [first, second] = [await enterprise(["owner"]), await enterprise(["owner"])];
    const applicationId = await draft(first);
    const built = await fill(first, applicationId, { firstPerson: 920_000 });
    const [worker] = (built.answers["skilled-workers"]?.skilledWorkers ?? []) as { idNo: string }[];
    await pool().query(`UPDATE "Case" SET "updatedAt" = now() - interval '91 days' WHERE "id" = $1`, [applicationId]);
    const saved = await roster(second, await draft(second), worker?.idNo ?? "");
    expect(saved.refused).toEqual([]);
    const submitting = submitApplication(first, { applicationId, idempotencyKey: randomUUID(), truthPromise: true });
    await expect(submitting).rejects.toMatchObject({ code: "invalid", issues: [{ section: "skilled-workers", field: "idNo" }] });
    expect((await db().electricianClaim.findUniqueOrThrow({ where: { idNumber: worker?.idNo ?? "" } })).enterpriseId).toBe(second.enterpriseId);
  });

  it("L-4.1.6-04 闲置之后没有人要的，提交时仍归自己", async () => {
    const actor = await enterprise(["owner"]);
    const applicationId = await draft(actor);
    const built = await fill(actor, applicationId, { firstPerson: 930_000 });
    const [worker] = (built.answers["skilled-workers"]?.skilledWorkers ?? []) as { idNo: string }[];
    await db().electricianClaim.deleteMany({ where: { idNumber: worker?.idNo ?? "" } });
    await submitApplication(actor, { applicationId, idempotencyKey: randomUUID(), truthPromise: true });
    expect((await db().electricianClaim.findUniqueOrThrow({ where: { idNumber: worker?.idNo ?? "" } })).caseId).toBe(applicationId);
  });
});
