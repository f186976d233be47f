import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 新验证码；有效期按数据库时间推算。 */
export async function insertCode(db: Db, code: { purpose: string; mobile: string; codeHash: string; seconds: number }): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "VerificationCode" ("id", "purpose", "mobile", "codeHash", "expiresAt")
    VALUES (gen_random_uuid(), ${code.purpose}, ${code.mobile}, ${code.codeHash}, clock_timestamp() + make_interval(secs => ${code.seconds}))`);
}

/** 发给这个号码的最近一个验证码；只有它算数。 */
export async function findLatestCode(db: Db, purpose: string, mobile: string): Promise<string | undefined> {
  const found = await db.verificationCode.findFirst({ where: { purpose, mobile }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { id: true } });
  return found?.id;
}

/**
 * 记一次尝试（一条语句）；用过、过期、试得太多都没有。
 * 计数自成一步，不随后面的事务回滚。
 */
export async function tryCode(db: Db, id: string, maxAttempts: number): Promise<{ id: string; codeHash: string } | undefined> {
  const rows = await db.$queryRaw<{ id: string; codeHash: string }[]>(Prisma.sql`
    UPDATE "VerificationCode" SET "attempts" = "attempts" + 1
    WHERE "id" = ${id}::uuid AND "usedAt" IS NULL AND "expiresAt" > clock_timestamp() AND "attempts" < ${maxAttempts}
    RETURNING "id", "codeHash"`);
  return rows[0];
}

/** 用掉一个验证码；只有一次请求会得到 true。 */
export async function consumeCode(db: Db, id: string): Promise<boolean> {
  return (await db.$executeRaw`UPDATE "VerificationCode" SET "usedAt" = clock_timestamp() WHERE "id" = ${id}::uuid AND "usedAt" IS NULL`) === 1;
}

export type NewInvitation = Prisma.InvitationUncheckedCreateInput;

export function insertInvitation(db: Db, invitation: NewInvitation) {
  return db.invitation.create({ data: invitation, select: { id: true } });
}

/** 这家企业发给这个号码的邀请里，有没有还能接受的。 */
export async function hasOpenInvitation(db: Db, enterpriseId: string, mobile: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM "Invitation" WHERE "enterpriseId" = ${enterpriseId}::uuid AND "mobile" = ${mobile}
      AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > clock_timestamp() LIMIT 1`);
  return rows.length > 0;
}

export function listInvitations(db: Db, enterpriseId: string) {
  return db.invitation.findMany({ where: { enterpriseId, acceptedAt: null, revokedAt: null }, orderBy: { createdAt: "desc" }, take: 50 });
}

/** 仍可接受的邀请；锁住该行，两次同时接受只有一次成功。 */
export async function lockInvitation(db: Db, tokenHash: string) {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "id" FROM "Invitation"
    WHERE "tokenHash" = ${tokenHash} AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > clock_timestamp() FOR UPDATE`);
  const id = rows[0]?.id;
  return id === undefined ? undefined : db.invitation.findUnique({ where: { id } });
}

export function findInvitation(db: Db, tokenHash: string) {
  return db.invitation.findUnique({ where: { tokenHash } });
}

export async function markInvitationAccepted(db: Db, id: string): Promise<void> {
  await db.invitation.update({ where: { id }, data: { acceptedAt: new Date() } });
}

/** 撤回本企业一份未接受的邀请；返回改动的行数。 */
export async function revokeInvitationRow(db: Db, id: string, enterpriseId: string): Promise<number> {
  const { count } = await db.invitation.updateMany({ where: { id, enterpriseId, acceptedAt: null, revokedAt: null }, data: { revokedAt: new Date() } });
  return count;
}
