-- 统计：按期间与机构数案件、意见、经手的动作时只看索引

-- 键不变，多带几列：数提交、办结与用时不必逐件去取案件
DROP INDEX "case_submitted";
CREATE INDEX "case_submitted" ON "Case"("officeCode", "submittedAt" DESC, "id" DESC) INCLUDE ("business") WHERE "submittedAt" IS NOT NULL;
DROP INDEX "case_finished";
CREATE INDEX "case_finished" ON "Case"("officeCode", "finishedAt" DESC, "id" DESC)
  INCLUDE ("state", "business", "acceptedAt", "promisedDueOn", "statutoryDueOn", "clockStops") WHERE "finishedAt" IS NOT NULL;

-- 一段时间里发出的意见
CREATE INDEX "remark_sent" ON "Remark"("sentAt") INCLUDE ("caseId") WHERE "sentAt" IS NOT NULL;
-- 各人在一段时间里经手的动作
CREATE INDEX "case_event_of_staff" ON "CaseEvent"("actorId", "at") INCLUDE ("action", "caseId") WHERE "actorRole" IN ('intake', 'examiner', 'secondReviewer', 'signer');
