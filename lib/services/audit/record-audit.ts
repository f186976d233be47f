import "server-only";
import type { Actor } from "@/lib/access/actor";
import { insertAudit, type NewAuditEntry } from "@/lib/data/audit";
import type { Db } from "@/lib/data/client";

/** 审计的一条：谁、做了什么、对哪一件。身份证号码、手机号码须先遮盖。 */
export interface AuditNote {
  actor: Actor;
  /** 如 account.signIn、settings.change。 */
  action: string;
  /** 对象的种类，如 Account、Setting。 */
  subject: string;
  subjectId?: string | null;
  detail?: NewAuditEntry["detail"];
  address?: string | null;
}

const nameOf = (actor: Actor): string => (actor.kind === "public" ? "公众" : actor.name);

/** 与所记的事同一事务写入。 */
export async function recordAudit(tx: Db, { actor, action, subject, subjectId, detail, address }: AuditNote): Promise<void> {
  await insertAudit(tx, {
    actorId: actor.kind === "enterprise" || actor.kind === "staff" ? actor.accountId : null,
    actorName: nameOf(actor),
    audience: actor.kind,
    action,
    subject,
    subjectId: subjectId ?? null,
    ...(detail === undefined ? {} : { detail }),
    address: address ?? (actor.kind === "public" ? actor.address : null),
  });
}
