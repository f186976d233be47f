import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { endSessionRow, touchSession } from "@/lib/data/sessions";
import { recordAudit } from "@/lib/services/audit/record-audit";

/** 退出登录：会话在服务器上结束，旧的 Cookie 再无用处。 */
export async function endSession(actor: Actor): Promise<void> {
  if (actor.kind !== "enterprise" && actor.kind !== "staff") return;
  await transaction(async (tx) => {
    await endSessionRow(tx, actor.sessionId, "signedOut");
    await recordAudit(tx, { actor, action: "account.signOut", subject: "Account", subjectId: actor.accountId });
  });
}

/** 「继续填写」：读会话时已确认有效，这里立即顺延闲置时间；已经结束的须重新登录。 */
export async function extendSession(actor: Actor): Promise<void> {
  if (actor.kind !== "enterprise" && actor.kind !== "staff") throw new Refusal("unauthenticated", "登录已结束，请重新登录");
  await touchSession(actor.sessionId);
}
