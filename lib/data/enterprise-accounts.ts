import "server-only";
import type { Db } from "./client";
import { asPattern } from "./conditions";

const fields = { id: true, login: true, displayName: true, mobile: true, roles: true, state: true } as const;

/** 按企业名称、统一社会信用代码或登录账号查企业与它的账号。 */
export function findEnterprisesWithAccounts(db: Db, text: string, take: number) {
  const literal = asPattern(text);
  return db.enterprise.findMany({
    where: { OR: [{ name: { contains: literal } }, { uscc: { startsWith: literal.toUpperCase() } }, { accounts: { some: { login: text } } }] },
    orderBy: { name: "asc" },
    take,
    select: { id: true, name: true, uscc: true, officeCode: true, accounts: { orderBy: { createdAt: "asc" }, select: fields } },
  });
}

/** 还在等待核实的认领所占住的账号。 */
export async function listClaimingAccounts(db: Db, accountIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.enterpriseClaim.findMany({ where: { accountId: { in: [...accountIds] }, state: "pending" }, select: { accountId: true } });
  return new Set(rows.flatMap(({ accountId }) => (accountId ? [accountId] : [])));
}

/** 停用企业的账号：只停首个账号，或连同事一起；答出停用了哪些。还在等待核实的认领不在其中。 */
export async function disableAccountsOf(tx: Db, enterpriseId: string, onlyOwners: boolean): Promise<string[]> {
  const rows = await tx.account.findMany({ where: { enterpriseId, state: "active", ...(onlyOwners ? { roles: { has: "owner" } } : {}) }, select: { id: true } });
  const ids = rows.map(({ id }) => id);
  await tx.account.updateMany({ where: { id: { in: ids } }, data: { state: "disabled" } });
  await tx.session.updateMany({ where: { accountId: { in: ids }, endedAt: null }, data: { endedAt: new Date(), endReason: "handedOver" } });
  return ids;
}

/** 撤回企业全部未接受的邀请。 */
export async function revokeInvitationsOf(tx: Db, enterpriseId: string): Promise<void> {
  await tx.invitation.updateMany({ where: { enterpriseId, acceptedAt: null, revokedAt: null }, data: { revokedAt: new Date() } });
}

/** 锁住一家企业：一次只移交一回，邀请一份一份发。 */
export async function lockEnterprise(tx: Db, id: string): Promise<{ id: string; name: string; uscc: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; name: string; uscc: string }[]>`SELECT "id", "name", "uscc" FROM "Enterprise" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return rows[0];
}
