import "server-only";
import type { PublicActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { type Audience, beginAttempt, findAccount } from "@/lib/data/accounts";
import { db, transaction } from "@/lib/data/client";
import { isSignInOf, readSignIn } from "@/lib/integrations/vault/sign-in-token";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now } from "@/lib/services/platform/clock";
import { limit } from "./limit";
import { spendOneTimeCode, wrongOneTimeCode } from "./one-time-codes";
import type { OwnAccount } from "./prove-password";
import { addressRule, attemptKey, enter, type Entered, lockRule, passed, pendingScope } from "./sign-in";

/** 输入密码之后多久之内要输入动态口令。 */
const MINUTES_VALID = 5;

export interface SecondStep {
  audience: Audience;
  /** 第一步答复里的令牌。 */
  pending: string;
  /** 验证器的口令，或一个恢复码。 */
  code: string;
}

/**
 * 登录的第二步：口令对了才建立会话；次数与密码一样有限。
 * @throws Refusal unauthenticated 令牌不对或过期，须重新输入密码；invalid 口令不对；tooMany 试得太多
 */
export async function completeSignIn(actor: PublicActor, { audience, pending, code }: SecondStep): Promise<Entered> {
  await limit(addressRule, actor.address);
  const account = await accountOf(actor, audience, pending);
  const key = `code:${await attemptKey(account.audience, account.login, actor.address)}`;
  const attempt = await beginAttempt(db(), key, lockRule);
  if (attempt === undefined) throw locked();
  const entered = await transaction(async (tx) => {
    const proof = await spendOneTimeCode(tx, account.id, code.slice(0, 40));
    if (!proof) return undefined;
    await passed(tx, actor, key);
    return enter(tx, actor, account, proof);
  });
  if (!entered) throw await refuse(actor, account, attempt);
  return entered;
}

async function accountOf(actor: PublicActor, audience: Audience, pending: string): Promise<OwnAccount> {
  const claim = readSignIn(pending);
  const account = claim && (await findAccount(db(), claim.accountId));
  if (!claim || account?.state !== "active" || account.audience !== audience || !isSignInOf(pending, pendingScope(account, actor.address))) throw startAgain();
  if ((await now()).getTime() - claim.issuedAt.getTime() > MINUTES_VALID * 60_000) throw startAgain();
  return account;
}

async function refuse(actor: PublicActor, account: OwnAccount, attempt: number): Promise<Refusal> {
  const left = lockRule.attempts - attempt;
  await recordAudit(db(), { actor, action: "account.codeRefused", subject: "Account", subjectId: account.id });
  return left > 0 ? new Refusal("invalid", wrongOneTimeCode, { fields: { note: `还可以尝试 ${left} 次。手机不在身边时，可以用一个恢复码。` } }) : locked();
}

const startAgain = (): Refusal => new Refusal("unauthenticated", "登录超时，请重新输入密码");
const locked = (): Refusal => new Refusal("tooMany", `动态口令错误次数过多，请 ${lockRule.minutes} 分钟后再试`, { fields: { note: "手机丢失的，请联系系统管理员重设动态口令。" } });
