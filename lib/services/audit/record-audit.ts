import "server-only";
import type { Actor } from "@/lib/access/actor";
import { insertAudit, type NewAuditEntry } from "@/lib/data/audit";
import type { Db } from "@/lib/data/client";

/** 审计里的人：身份，或刚认出来、还没有会话的账号。 */
export type AuditedDoer = Actor | { kind: "enterprise" | "staff"; accountId: string; name: string; address?: string };

/** 审计的一条：谁、做了什么、对哪一件、从哪里来。身份证号码、手机号码须先遮盖。 */
export interface AuditNote {
  actor: AuditedDoer;
  /** 如 account.signIn、settings.change。 */
  action: string;
  /** 对象的种类，如 Account、Setting。 */
  subject: string;
  subjectId?: string | null;
  detail?: NewAuditEntry["detail"];
  address?: string | null;
}

const nameOf = (actor: AuditedDoer): string => (actor.kind === "public" ? "公众" : actor.name);

/** 审计里的「谁」：账号、名字、哪一侧、从哪里来。 */
export const auditedActor = (actor: AuditedDoer) => ({
  actorId: actor.kind === "enterprise" || actor.kind === "staff" ? actor.accountId : null,
  actorName: nameOf(actor),
  audience: actor.kind,
  address: actor.kind === "system" ? null : (actor.address ?? null),
});

/** 与所记的事同一事务写入。 */
export async function recordAudit(tx: Db, { actor, action, subject, subjectId, detail, address }: AuditNote): Promise<void> {
  const who = auditedActor(actor);
  await insertAudit(tx, { ...who, action, subject, subjectId: subjectId ?? null, ...(detail === undefined ? {} : { detail }), address: address ?? who.address });
}
