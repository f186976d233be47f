import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/**
 * 占用一个手机号的评价名额：一条语句完成判断与改写，任何并发下都精确（lib/evaluation 的五天规则）。
 * @returns 名额到期时间；已被占用时为 undefined
 */
export async function claimPhone(db: Db, phoneHash: string, seconds: number): Promise<Date | undefined> {
  const rows = await db.$queryRaw<{ until: Date }[]>(Prisma.sql`
    INSERT INTO "EvaluationSlot" ("phoneHash", "until")
    VALUES (${phoneHash}, clock_timestamp() + make_interval(secs => ${seconds}))
    ON CONFLICT ("phoneHash") DO UPDATE SET "until" = EXCLUDED."until"
    WHERE "EvaluationSlot"."until" <= clock_timestamp()
    RETURNING "until"`);
  return rows[0]?.until;
}

/** 被拒时告诉对方何时可以再评。 */
export async function findPhoneUntil(db: Db, phoneHash: string): Promise<Date | undefined> {
  const slot = await db.evaluationSlot.findUnique({ where: { phoneHash } });
  return slot?.until;
}

export type NewEvaluation = Prisma.EvaluationUncheckedCreateInput;

export function insertEvaluation(db: Db, evaluation: NewEvaluation) {
  return db.evaluation.create({ data: evaluation });
}

export function findEvaluationOfCase(db: Db, caseId: string) {
  return db.evaluation.findFirst({ where: { caseId } });
}

/** 锁住案件：同事同时评同一件，后到的看得见先到的。 */
export async function lockCase(tx: Db, caseId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`);
}

/** 待评价的案件：归属、办结时间与评价待办。 */
export function findRatableCase(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    include: { office: true, todos: { where: { kind: "evaluation", doneAt: null } }, application: { select: { business: true } } },
  });
}

export function closeEvaluationTodo(db: Db, caseId: string) {
  return db.todoItem.updateMany({ where: { caseId, kind: "evaluation", doneAt: null }, data: { doneAt: new Date() } });
}

/** 本机构收到的评价，新的在前；after 为上一页最后一条的时间。 */
export function listEvaluationsOfOffice(db: Db, officeCode: string, after: Date | undefined, take: number) {
  return db.evaluation.findMany({
    where: { officeCode, ...(after ? { createdAt: { lt: after } } : {}) },
    orderBy: { createdAt: "desc" },
    take,
    select: {
      id: true, level: true, options: true, comment: true, raterName: true, channel: true, createdAt: true,
      case: { select: { number: true, application: { select: { business: true } } } },
    },
  });
}
