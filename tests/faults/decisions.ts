import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import type { StaffActor } from "@/lib/access/actor";
import { db, sqlTransaction } from "@/lib/data/client";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { verifyAudit } from "@/lib/services/audit/verify-audit";
import { sealAudit } from "@/lib/services/jobs/seal-audit";
import { claimCase } from "@/lib/services/review/claim-case";
import { decide } from "@/lib/services/review/decide";
import type { StaffRoleCode } from "@/lib/terms/roles";
import { actorOf, manyReady, staffAccount } from "./cases";
import type { Fault } from "./fault";

async function person(role: StaffRoleCode, serial?: number): Promise<StaffActor> {
  const first = await staffAccount(role);
  const { officeCode } = first;
  if (serial === undefined) return { kind: "staff", accountId: first.id, sessionId: first.id, name: first.name, officeCode, roles: [role] };
  const { id, displayName } = await db().account.create({ data: { login: `second_${role}_${serial}`, audience: "staff", displayName: "第二位", passwordHash: "none", roles: [role], officeCode } });
  return { kind: "staff", accountId: id, sessionId: id, name: displayName, officeCode, roles: [role] };
}

type Outcome = { done: true } | { done: false; code: string; message: string };
const outcome = (work: Promise<unknown>): Promise<Outcome> => work.then(() => ({ done: true }) as const, (error: unknown) => ({ done: false, code: error instanceof Refusal ? error.code : "unexpected", message: String((error as Error).message) }));

/** T6: two reviewers at once; whoever comes second is told who was first. The whole table of states, actions and roles is an integration test. */
export const twoReviewers: Fault = {
  id: "T6", what: "两人同时领取、同时办理同一件", target: "恰好一人成，另一人得知是谁",
  async run(scale) {
    const ready = await manyReady(scale.of(10, 500));
    const [first, second] = [await person("intake"), await person("intake", 1)];
    let wrong = 0;
    for (const { enterprise, applicationId } of ready) {
      await submitApplication(actorOf(enterprise), { applicationId, idempotencyKey: randomUUID(), truthPromise: true });
      const { revision } = await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { revision: true } });
      const claims = await Promise.all([first, second].map((who) => outcome(claimCase(who, { applicationId }))));
      const winner = claims[0]?.done ? first : second;
      const decisions = await Promise.all([
        outcome(decide(winner, { applicationId, action: "accept", revision, idempotencyKey: randomUUID() })),
        outcome(decide(winner, { applicationId, action: "rejectIntake", revision, idempotencyKey: randomUUID(), reason: "不属于本机关职权", article: "《行政许可法》第三十二条" })),
      ]);
      const told = (outcomes: readonly Outcome[], name: string): boolean => outcomes.filter(({ done }) => done).length === 1 && outcomes.every((one) => one.done || (one.code === "conflict" && one.message.includes(name)));
      if (!told(claims, winner.name) || !told(decisions, "您已于")) wrong += 1;
    }
    return { figure: `${ready.length} 件，各两场：不对 ${wrong}`, pass: wrong === 0, detail: { cases: ready.length, wrong } };
  },
};

/** T17: the chain over everything written so far holds, and one altered word is found. */
export const auditChain: Fault = {
  id: "T17", what: "此前全部写入的审计成链；改动其中一条", target: "链完整，改动被发现",
  async run() {
    await sealAudit({ kind: "system", name: "系统" });
    const auditor = await person("auditor");
    const before = await verifyAudit(auditor);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: "case.submit" } }).catch(() => db().auditEntry.findFirstOrThrow());
    await sqlTransaction(async (client) => {
      await client.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`);
      await client.query(`UPDATE "AuditEntry" SET "actorName" = "actorName" || '改' WHERE "id" = $1`, [entry.id]);
      await client.query(`ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`);
    });
    const after = await verifyAudit(auditor);
    const found = after.fault?.entryId === entry.id;
    return { figure: `${before.head.seq} 环，${before.fault ? "断了" : "完整"}；改动${found ? "被发现" : "没有被发现"}`, pass: !before.fault && before.head.seq > 0 && found, detail: { sealed: before.head.seq, found: String(found) } };
  },
};
