import "server-only";
import type { Db } from "./client";

export function findEvaluationOfCase(db: Db, caseId: string) {
  return db.evaluation.findFirst({ where: { caseId } });
}

/** 待评价的案件：归属、办结时间与评价待办。 */
export function findRatableCase(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    include: { office: true, todos: { where: { kind: "evaluation", doneAt: null } }, application: { select: { business: true } } },
  });
}

/** 号码五天内评过而没有评成的：在还开着的待办上记下何时起可以再评。 */
export async function holdRatingTodo(db: Db, caseId: string, possibleFrom: Date): Promise<void> {
  await db.todoItem.updateMany({ where: { caseId, kind: "evaluation", doneAt: null }, data: { possibleFrom } });
}
