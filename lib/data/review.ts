import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { openSiteVisitStates } from "@/lib/terms/site-visits";
import { type Db, pool } from "./client";

const OPEN_VISITS = [...openSiteVisitStates];

/** 锁住案件并读出判断动作所需的一切；lockedAt 是数据库的时间。 */
export async function lockCaseForDecision(tx: Db, caseId: string) {
  const [lock] = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS "now" FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`);
  if (!lock) return undefined;
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    include: {
      application: true,
      office: true,
      enterprise: true,
      events: { orderBy: { at: "asc" } },
      remarks: { select: { level: true, sentAt: true, resolvedAt: true } },
      siteVisits: { where: { state: { in: OPEN_VISITS } }, select: { id: true } },
      confirmations: { select: { state: true, enterpriseId: true, enterprise: { select: { name: true } } } },
    },
  });
  return { ...found, lockedAt: lock.now };
}

export type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCaseForDecision>>>;

/** 有条件地改案件：状态与修订号都没变才写，返回是否写成。 */
export async function advanceCase(tx: Db, at: { id: string; state: string; revision: number }, data: Prisma.CaseUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.case.updateMany({ where: at, data: { ...data, revision: at.revision + 1 } });
  return count === 1;
}

export async function insertCaseEvent(tx: Db, event: Prisma.CaseEventUncheckedCreateInput): Promise<void> {
  await tx.caseEvent.create({ data: event });
}

/** 案件页所需的一切；各轮的内容另取。 */
export function findCaseForReview(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    include: {
      office: { select: { name: true } },
      enterprise: { select: { name: true, uscc: true, particulars: true } },
      application: {
        select: {
          business: true,
          procedure: true,
          scopeText: true,
          ruleSetId: true,
          licence: { select: { number: true } },
          submissions: { orderBy: { round: "desc" }, take: 1, select: { round: true, submittedAt: true } },
        },
      },
      events: { orderBy: { at: "desc" } },
      remarks: { orderBy: { createdAt: "asc" } },
      siteVisits: { where: { state: { in: OPEN_VISITS } }, select: { id: true } },
      confirmations: { orderBy: { id: "asc" }, include: { enterprise: { select: { name: true, uscc: true } } } },
    },
  });
}

export type ReviewedCase = NonNullable<Awaited<ReturnType<typeof findCaseForReview>>>;

/** 一轮提交冻结的摘要。 */
export async function findLastSummary(db: Db, caseId: string): Promise<Prisma.JsonValue | undefined> {
  const found = await db.submission.findFirst({ where: { applicationId: caseId }, orderBy: { round: "desc" }, select: { summary: true } });
  return found?.summary;
}

/** 最后一轮提交冻结的答案快照。 */
export async function findLastSnapshot(db: Db, caseId: string): Promise<Prisma.JsonValue | undefined> {
  const found = await db.submission.findFirst({ where: { applicationId: caseId }, orderBy: { round: "desc" }, select: { snapshot: true } });
  return found?.snapshot;
}

/** 同一环节里本案之后先到期的一件：本人承办的或未领取的。 */
export async function findNextCase(officeCode: string, states: readonly string[], accountId: string, caseId: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT c."id" FROM "Case" c WHERE c."officeCode" = $1 AND c."state" = ANY($2::text[]) AND c."id" <> $3::uuid
       AND (c."holderId" IS NULL OR c."holderId" = $4::uuid) ORDER BY c."stageDueOn", c."id" LIMIT 1`,
    [officeCode, [...states], caseId, accountId],
  );
  return rows[0]?.id;
}

export async function listAccountNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, displayName: true } });
  return new Map(accounts.map((account) => [account.id, account.displayName]));
}

/**
 * 领取：一条语句里判断并写入，同时来的只有一个成功。
 * @param from 只从此人手里接办；undefined 表示只领未领取的
 * @returns 领到了为 true
 */
export async function takeCase(tx: Db, caseId: string, accountId: string, states: readonly string[], from: string | undefined): Promise<boolean> {
  const { count } = await tx.case.updateMany({
    where: { id: caseId, state: { in: [...states] }, holderId: from ?? null },
    data: { holderId: accountId },
  });
  return count === 1;
}

/** 归属与现况，供权限判断。 */
export function findCaseStanding(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    select: { id: true, officeCode: true, enterpriseId: true, state: true, revision: true, round: true, holderId: true, submittedAt: true },
  });
}

/** 成批办理所选的案件：归属与名称，供权限判断与结局里的一行。 */
export function listCaseStandings(db: Db, caseIds: readonly string[]) {
  return db.case.findMany({ where: { id: { in: [...caseIds] }, submittedAt: { not: null } }, select: { id: true, officeCode: true, number: true, revision: true, enterprise: { select: { name: true } } } });
}
