import { randomUUID } from "node:crypto";
import { db, pool } from "@/lib/data/client";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { askCredit } from "@/lib/services/credit/ask-credit";
import { offices } from "@/lib/licensing/offices";
import { staffRoles } from "@/lib/terms/roles";
import { cookieFor } from "../bench/app";
import type { BenchApplication } from "../bench/prepare";
import { actorOf, readyToSubmit, staffAccount } from "./cases";

/** Whose request it is. `foreign` people belong to another enterprise or another office. */
export interface Person {
  name: string;
  /** Settings of the whole country are theirs wherever they sit. */
  nationwide?: boolean;
  audience: "public" | "enterprise" | "staff";
  foreign: boolean;
  cookie?: string;
}

export interface FaultWorld {
  /** The enterprise whose records others must not see, and one application of it that was submitted. */
  owner: BenchApplication;
  people: Person[];
  /** Words that only the owner and its own office may read. */
  secrets: string[];
  /** Ids of the owner's records, under every name the inputs use for them. */
  ids: Record<string, string>;
}

/** One submitted application, everybody who may and may not see it, and what its ids are called. */
export async function buildFaultWorld(): Promise<FaultWorld> {
  const [owner, other] = [await readyToSubmit(), await readyToSubmit()];
  await submitApplication(actorOf(owner.enterprise), { applicationId: owner.applicationId, idempotencyKey: randomUUID(), truthPromise: true });
  // Whoever looks at the procedures asks for the own credit; the answer is kept, so it is here before anything is counted.
  for (const { enterprise } of [owner, other]) await askCredit(enterprise.id);
  const people: Person[] = [{ name: "公众", audience: "public", foreign: true }];
  people.push({ name: "本企业", audience: "enterprise", foreign: false, cookie: await cookieFor(owner.enterprise.accountId, "enterprise") });
  people.push({ name: "别的企业", audience: "enterprise", foreign: true, cookie: await cookieFor(other.enterprise.accountId, "enterprise") });
  const elsewhere = offices.find(({ code }) => code !== "NEEB")?.code ?? "";
  for (const [role, word] of Object.entries(staffRoles)) {
    const nationwide = role === "administrator" || role === "auditor";
    people.push({ name: word, nationwide, audience: "staff", foreign: false, cookie: await cookieFor((await staffAccount(role)).id, "staff") });
    const { id } = await db().account.create({ data: { login: `foreign_${role}`, audience: "staff", displayName: `外${word}`, passwordHash: "none", roles: [role], officeCode: elsewhere } });
    people.push({ name: `外机构${word}`, nationwide, audience: "staff", foreign: true, cookie: await cookieFor(id, "staff") });
  }
  return { owner, people, secrets: secretsOf(owner), ids: await idsOf(owner) };
}

function secretsOf({ enterprise, answers }: BenchApplication): string[] {
  const lead = answers["technical-lead"] ?? {};
  return [enterprise.name, enterprise.uscc, String(lead.name ?? ""), String(lead.idNo ?? "")].filter((word) => word.length > 2);
}

async function idsOf({ enterprise, applicationId }: BenchApplication): Promise<Record<string, string>> {
  const [attachment, message] = await Promise.all([db().attachment.findFirst({ where: { applicationId } }), db().message.findFirst({ where: { enterpriseId: enterprise.id } })]);
  const cases = ["applicationId", "caseId", "id"].map((name) => [name, applicationId]);
  return { ...Object.fromEntries(cases), enterpriseId: enterprise.id, accountId: enterprise.accountId, attachmentId: attachment?.id ?? randomUUID(), messageId: message?.id ?? randomUUID() };
}

/** Input that fits as many actions as possible: schemas ignore what they do not know. */
export const universalInput = ({ owner, ids }: FaultWorld): Record<string, unknown> => ({
  ...ids, idempotencyKey: randomUUID(), section: "technical-lead", sectionKey: "technical-lead", field: "idNo", table: "technicians", business: "new-licence", action: "accept", revision: 1, round: 1,
  patch: { fields: [], rows: [] }, truthPromise: true, reason: "测试用的理由，写得足够长", text: "测试用的文字，写得足够长", note: "测试用的说明，写得足够长", level: "must", resolved: true, confirmed: true,
  uscc: owner.enterprise.uscc, q: "沈阳", name: "测试", displayName: "测试", mobile: "13800000000", on: "2026-11-22", days: 1, ids: [owner.applicationId], roles: ["intake"], posts: ["intake"],
});

/** The tables whose rows must not change when nothing was allowed, with a fingerprint of each; when credit was last asked is no change of it. */
export async function fingerprint(): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY($1)`, [unimportant]);
  const prints: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: [found] } = await pool().query<{ print: string }>(`SELECT count(*) || ' ' || COALESCE(sum(hashtextextended((to_jsonb(t) - 'askedAt')::text, 0)), 0) AS print FROM "${name}" t`);
    prints[name] = found?.print ?? "";
  }
  return prints;
}

/** Counters, sessions and the record of who looked: they change whenever somebody asks. */
const unimportant = ["RateLimit", "LoginAttempt", "Session", "AuditEntry", "AuditPending", "AuditSeal", "EvaluationMark", "EvaluationTally", "EvaluationOptionTally", "ServiceTally", "VerificationCode", "OutboxMessage", "_prisma_migrations"];
