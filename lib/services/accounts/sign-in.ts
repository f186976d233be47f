import "server-only";
import type { PublicActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { type Audience, beginAttempt, clearAttempts, findAccountByLogin, knownKey, strangersKey } from "@/lib/data/accounts";
import { type Db, db, transaction } from "@/lib/data/client";
import { findSecondFactor } from "@/lib/data/second-factors";
import { hasSignedInFrom, insertSession } from "@/lib/data/sessions";
import { issueSignIn } from "@/lib/integrations/vault/sign-in-token";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now } from "@/lib/services/platform/clock";
import { giveBack, limit, type Limit } from "./limit";
import { checkPassword } from "./password-hash";
import { sessionHours } from "./session-policy";

/** 同一账号 15 分钟内五次不对即锁定 15 分钟；账号在不在都一样。 */
export const lockRule = { attempts: 5, minutes: 15 } as const;

/** 一个地址一遍遍换账号去试的上限；只算没有成功的。一家单位常常共用一个地址，所以放得宽。 */
export const addressRule: Limit = { name: "signIn.address", max: 100, seconds: lockRule.minutes * 60, message: `从您的网络登录失败的次数过多，请 ${lockRule.minutes} 分钟后再试` };

export const wrongCredentials = "账号或密码不正确";

/**
 * 失败各记在哪里。按入口分开：外网猜内网账号，不会把内网人员锁在门外。
 * 近来登录成功过的地址另记：陌生人猜五次只锁住陌生的地址，本人在常用的地方照样登录。
 */
export async function attemptKey(audience: Audience, login: string, address: string): Promise<string> {
  const isKnown = await hasSignedInFrom(db(), audience, login, address);
  return isKnown ? knownKey(audience, address, login) : strangersKey(audience, login);
}

export interface Credentials {
  audience: Audience;
  login: string;
  password: string;
}

export interface Entered {
  sessionId: string;
  accountId: string;
}

/**
 * 一次登录：对了就建立会话；不对时账号不存在、密码错误、走错入口都是同一句话、同样的时间。
 * @throws Refusal invalid 密码对了、还要动态口令的，fields.pending 是接着登录用的令牌（completeSignIn），密码不必再送
 */
export async function signIn(actor: PublicActor, { audience, login, password }: Credentials): Promise<Entered> {
  await limit(addressRule, actor.address);
  const name = login.normalize("NFKC").trim().slice(0, 60);
  const key = await attemptKey(audience, name, actor.address);
  const attempt = await beginAttempt(db(), key, lockRule);
  if (attempt === undefined) throw locked();
  const account = await findAccountByLogin(db(), name);
  const usable = account?.audience === audience && account.state === "active";
  const right = await checkPassword(usable ? account.passwordHash : undefined, password.slice(0, 200));
  if (!right || !account) throw await refuse(actor, key, attempt);
  const factor = await findSecondFactor(db(), account.id);
  if (factor?.confirmedAt) {
    await passed(db(), actor, key);
    throw await secondStep(actor, account);
  }
  return transaction(async (tx) => {
    await passed(tx, actor, key);
    return enter(tx, actor, account);
  });
}

/** 过了一步：这一步的失败计数清零。 */
export async function passed(tx: Db, actor: PublicActor, key: string): Promise<void> {
  await clearAttempts(tx, key);
  await giveBack(tx, addressRule, actor.address);
}

interface Entrant {
  id: string;
  audience: Audience;
  displayName: string;
  passwordHash: string;
}

/** 建立会话并留下审计。 */
export async function enter(tx: Db, actor: PublicActor, { id, audience, displayName }: Entrant, secondProof?: string): Promise<Entered> {
  const sessionId = await insertSession(tx, { accountId: id, hours: sessionHours, address: actor.address, ...(actor.device ? { device: actor.device } : {}) });
  const doer = { kind: audience, accountId: id, name: displayName, address: actor.address };
  await recordAudit(tx, { actor: doer, action: "account.signIn", subject: "Account", subjectId: id, ...(secondProof ? { detail: { secondProof } } : {}) });
  return { sessionId, accountId: id };
}

/** 令牌只在原来的地址、原来的密码下有效。 */
export const pendingScope = ({ audience, passwordHash }: Entrant, address: string): string => `${audience}|${address}|${passwordHash}`;

async function secondStep(actor: PublicActor, account: Entrant): Promise<Refusal> {
  const pending = issueSignIn({ accountId: account.id, issuedAt: await now() }, pendingScope(account, actor.address));
  return new Refusal("invalid", "请输入动态口令", { fields: { pending } });
}

async function refuse(actor: PublicActor, key: string, attempt: number): Promise<Refusal> {
  const left = lockRule.attempts - attempt;
  await recordAudit(db(), { actor, action: left > 0 ? "account.signInRefused" : "account.locked", subject: "Login", subjectId: key });
  if (left <= 0) return locked();
  const note = `还可以尝试 ${left} 次；之后账号锁定 ${lockRule.minutes} 分钟，期间可用“忘记密码”重设。`;
  return new Refusal("invalid", wrongCredentials, { fields: { note } });
}

const locked = (): Refusal =>
  new Refusal("tooMany", `账号已锁定，请 ${lockRule.minutes} 分钟后再试`, { fields: { note: "也可以用“忘记密码”重设，重设后即可登录。" } });
