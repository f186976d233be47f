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
