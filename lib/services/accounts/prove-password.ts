import "server-only";
import { Refusal } from "@/lib/access/refusal";
import { beginAttempt, clearAttempts, findAccount } from "@/lib/data/accounts";
import { db } from "@/lib/data/client";
import { checkPassword } from "./password-hash";
import { lockRule } from "./sign-in";

export type OwnAccount = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** 登录着的人自己的账号。 */
export async function ownAccount(accountId: string): Promise<OwnAccount> {
  const account = await findAccount(db(), accountId);
  if (!account) throw new Refusal("unauthenticated", "请先登录");
  return account;
}

/**
 * 办要紧的事之前再证明一次是本人：次数与登录一样有限。
 * @throws Refusal tooMany 错得太多；invalid 不对，写在 field 这一项旁
 */
export async function provePassword(account: OwnAccount, password: string, { field, word }: { field: string; word: string }): Promise<void> {
  const key = `change:${account.id}`;
  if ((await beginAttempt(db(), key, lockRule)) === undefined) throw new Refusal("tooMany", `${word}错误次数过多，请 ${lockRule.minutes} 分钟后再试`);
  if (!(await checkPassword(account.passwordHash, password))) throw new Refusal("invalid", `${word}不正确，请核对`, { fields: { [field]: `${word}不正确，请核对` } });
  await clearAttempts(db(), key);
}
