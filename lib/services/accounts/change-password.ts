import "server-only";
import * as z from "zod";
import type { Actor, SignedInActor } from "@/lib/access/actor";
import { judgePassword } from "@/lib/access/password-policy";
import { Refusal } from "@/lib/access/refusal";
import { updatePassword } from "@/lib/data/accounts";
import { transaction } from "@/lib/data/client";
import { endSessionsOf } from "@/lib/data/sessions";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { getSetting } from "@/lib/services/settings/settings";
import { hashPassword } from "./password-hash";
import { ownAccount, provePassword } from "./prove-password";

export const ChangePasswordInput = z.object({ current: z.string().max(200), password: z.string().max(200), password2: z.string().max(200) });
export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

const fault = (field: keyof ChangePasswordInput, message: string): Refusal => new Refusal("invalid", message, { fields: { [field]: message } });

export function requireSignedIn(actor: Actor): SignedInActor {
  if (actor.kind === "enterprise" || actor.kind === "staff") return actor;
  throw new Refusal("unauthenticated", "请先登录");
}

/** 修改密码：核对原密码，新密码两次一致；之后只有新密码能登录，别处的登录随即结束。 */
export async function changePassword(actor: Actor, input: ChangePasswordInput): Promise<void> {
  const me = requireSignedIn(actor);
  const account = await ownAccount(me.accountId);
  const problem = await judge(input, account.login);
  if (problem) throw problem;
  await provePassword(account, input.current, { field: "current", word: "原密码" });
  const passwordHash = await hashPassword(input.password);
  await transaction(async (tx) => {
    await updatePassword(tx, account.id, passwordHash);
    await endSessionsOf(tx, account.id, "passwordChanged", me.sessionId);
    await recordAudit(tx, { actor, action: "account.passwordChanged", subject: "Account", subjectId: account.id });
  });
}

async function judge(input: ChangePasswordInput, login: string): Promise<Refusal | undefined> {
  if (input.current === "") return fault("current", "请输入原密码");
  const weak = judgePassword(await getSetting("passwordProfile"), input.password, login);
  if (weak) return fault("password", weak);
  if (input.password === input.current) return fault("password", "请设一个与原密码不同的新密码");
  return input.password === input.password2 ? undefined : fault("password2", "请再次输入相同的密码");
}
