import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { endSessionOf, endSessionsOf, listLiveSessions } from "@/lib/data/sessions";
import type { SessionView } from "@/lib/enterprise/account-views";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { shanghaiMoment } from "@/lib/workflow/iso-date";
import { requireSignedIn } from "./change-password";
import { idleMinutes } from "./session-policy";

/** 自己在各处的登录，最近用的在前。 */
export async function listOwnSessions(actor: Actor): Promise<SessionView[]> {
  const me = requireSignedIn(actor);
  const rows = await listLiveSessions(db(), me.accountId, idleMinutes[me.kind]);
  return rows.map(({ id, device, address, createdAt, touchedAt }) => ({
    id, device: device ?? "未知设备", address: address ?? "", startedAt: shanghaiMoment(createdAt), usedAt: shanghaiMoment(touchedAt), current: id === me.sessionId,
  }));
}

export const EndSessionInput = z.object({ sessionId: z.uuid() });

/**
 * 结束自己在别处的一处登录，那里立即失效。
 * @throws Refusal notFound 不是自己的、已经结束的；conflict 就是这一处
 */
export async function endOwnSession(actor: Actor, { sessionId }: z.output<typeof EndSessionInput>): Promise<void> {
  const me = requireSignedIn(actor);
  if (sessionId === me.sessionId) throw new Refusal("conflict", "这是您正在用的登录，请用“退出登录”");
  await transaction(async (tx) => {
    if (!(await endSessionOf(tx, me.accountId, sessionId, "endedByOwner"))) throw notFound("这处登录，它可能已经结束");
    await recordAudit(tx, { actor, action: "account.sessionEnded", subject: "Account", subjectId: me.accountId });
  });
}

/** 结束自己在别处的全部登录，只留正在用的这一处；答出结束了几处。 */
export async function endOtherSessions(actor: Actor): Promise<{ ended: number }> {
  const me = requireSignedIn(actor);
  return transaction(async (tx) => {
    const ended = await endSessionsOf(tx, me.accountId, "endedByOwner", me.sessionId);
    if (ended > 0) await recordAudit(tx, { actor, action: "account.sessionEnded", subject: "Account", subjectId: me.accountId, detail: { ended } });
    return { ended };
  });
}
