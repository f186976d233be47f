import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 期限到哪一天之前、处于哪些状态。 */
export interface Lapsed {
  states: readonly string[];
  today: string;
}

/** 当天到期的还没有逾期。 */
const lapsed = ({ states, today }: Lapsed) => Prisma.sql`c."state" = ANY(${[...states]}::text[]) AND c."stageDueOn" < ${today}`;

/** 本环节期限已过的申请，一批；after 为上一批最后一件。 */
export async function listLapsedApplications(db: Db, what: Lapsed, take: number, after?: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c."id" FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
    WHERE ${lapsed(what)} ${after ? Prisma.sql`AND c."id" > ${after}::uuid` : Prisma.empty} ORDER BY c."id" LIMIT ${take}`);
  return rows.map((row) => row.id);
}

/** 锁住一件仍然逾期的；正在被别人办的不等，已经变了的不要，都为 false。 */
export async function lockLapsedApplication(tx: Db, id: string, what: Lapsed): Promise<boolean> {
  const rows = await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" c WHERE c."id" = ${id}::uuid AND ${lapsed(what)} FOR UPDATE SKIP LOCKED`);
  return (rows as unknown[]).length === 1;
}

/** 过了用处、可以删去的行。 */
export type Leftover = "verificationCodes" | "sessions" | "signInAttempts" | "pendingUploads" | "casePeople";

const purge = (table: string, key: string, condition: string) => (db: Db, take: number) =>
  db.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "${key}" IN (SELECT "${key}" FROM "${table}" WHERE ${condition} LIMIT $1 FOR UPDATE SKIP LOCKED)`, take);

/** 会话留三十天，供查是谁何时登录；验证码留一天；失败计数过了锁定时段就没有用了；作废的上传登记平时登记新的就清掉，这里清的是没有人再传的；查重用的人，案件办结就用不着了。 */
const purges: Record<Leftover, (db: Db, take: number) => Promise<number>> = {
  verificationCodes: purge("VerificationCode", "id", `"expiresAt" < clock_timestamp() - interval '1 day'`),
  sessions: purge("Session", "id", `COALESCE("endedAt", "expiresAt") < clock_timestamp() - interval '30 days'`),
  signInAttempts: purge("LoginAttempt", "login", `COALESCE("lockedUntil", "firstAt") < clock_timestamp() - interval '1 day'`),
  pendingUploads: purge("PendingUpload", "fileKey", `"createdAt" < clock_timestamp() - interval '1 day'`),
  casePeople: purge("CasePerson", "caseId", `NOT EXISTS (SELECT 1 FROM "Case" c WHERE c."id" = "CasePerson"."caseId" AND c."openKey" IS NOT NULL)`),
};

/** 删去一批；返回删了几行。 */
export function deleteLeftovers(db: Db, what: Leftover, take: number): Promise<number> {
  return purges[what](db, take);
}
