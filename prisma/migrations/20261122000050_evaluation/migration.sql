-- 好差评：二维码、差评办理、月度合计、数据交换
DROP INDEX "one_evaluation_per_case";
-- DropIndex
DROP INDEX "Evaluation_caseId_idx";
-- AlterTable
ALTER TABLE "Evaluation" ADD COLUMN     "changedBy" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "codeId" UUID,
ADD COLUMN     "excludedAt" TIMESTAMPTZ(3),
ADD COLUMN     "matter" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "serviceName" TEXT,
ADD COLUMN     "submissionKey" TEXT;
-- CreateTable
CREATE TABLE "EvaluationCode" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    "servicePoint" TEXT,
    "caseId" UUID,
    "batchId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokeReason" TEXT,
    CONSTRAINT "EvaluationCode_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "BadRating" (
    "id" UUID NOT NULL,
    "evaluationId" UUID NOT NULL,
    "officeCode" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "assigneeId" UUID,
    "assignedAt" TIMESTAMPTZ(3),
    "verdict" TEXT,
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "complex" BOOLEAN NOT NULL DEFAULT false,
    "stageDueOn" TEXT,
    "rectifyDueOn" TEXT,
    "rectifiedAt" TIMESTAMPTZ(3),
    "onTime" BOOLEAN,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "calledBackAt" TIMESTAMPTZ(3),
    "callBack" TEXT,
    "appeal" TEXT NOT NULL DEFAULT 'none',
    "appealById" UUID,
    "appealReason" TEXT,
    "appealDecidedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "BadRating_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "BadRatingEvent" (
    "id" UUID NOT NULL,
    "badRatingId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "BadRatingEvent_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "EvaluationMark" (
    "id" BIGSERIAL NOT NULL,
    "month" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    CONSTRAINT "EvaluationMark_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "EvaluationTally" (
    "month" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "ratings" INTEGER NOT NULL,
    "excluded" INTEGER NOT NULL,
    "rectifyDue" INTEGER NOT NULL DEFAULT 0,
    "rectified" INTEGER NOT NULL DEFAULT 0,
    "onTime" INTEGER NOT NULL DEFAULT 0,
    "named" INTEGER NOT NULL DEFAULT 0,
    "calledBack" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "EvaluationTally_pkey" PRIMARY KEY ("month","officeCode","matter","channel","level")
);
-- CreateTable
CREATE TABLE "EvaluationOptionTally" (
    "month" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "EvaluationOptionTally_pkey" PRIMARY KEY ("month","officeCode","matter","option")
);
-- CreateTable
CREATE TABLE "ServiceTally" (
    "month" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "finished" INTEGER NOT NULL,
    CONSTRAINT "ServiceTally_pkey" PRIMARY KEY ("month","officeCode","matter")
);
-- CreateTable
CREATE TABLE "ExchangeClient" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "secretEncrypted" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    CONSTRAINT "ExchangeClient_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE INDEX "EvaluationCode_officeCode_kind_createdAt_idx" ON "EvaluationCode"("officeCode", "kind", "createdAt");
-- CreateIndex
CREATE UNIQUE INDEX "BadRating_evaluationId_key" ON "BadRating"("evaluationId");
-- CreateIndex
CREATE INDEX "BadRating_officeCode_state_stageDueOn_id_idx" ON "BadRating"("officeCode", "state", "stageDueOn", "id");
-- CreateIndex
CREATE INDEX "BadRating_assigneeId_state_idx" ON "BadRating"("assigneeId", "state");
-- CreateIndex
CREATE INDEX "BadRatingEvent_badRatingId_at_idx" ON "BadRatingEvent"("badRatingId", "at");
-- CreateIndex
CREATE UNIQUE INDEX "ExchangeClient_keyId_key" ON "ExchangeClient"("keyId");
-- CreateIndex
CREATE UNIQUE INDEX "Evaluation_caseId_key" ON "Evaluation"("caseId");
-- CreateIndex
CREATE UNIQUE INDEX "Evaluation_submissionKey_key" ON "Evaluation"("submissionKey");
-- CreateIndex
CREATE INDEX "Evaluation_codeId_createdAt_idx" ON "Evaluation"("codeId", "createdAt");
-- CreateIndex
CREATE INDEX "Evaluation_changedBy_id_idx" ON "Evaluation"("changedBy", "id");
-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "EvaluationCode"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "EvaluationCode" ADD CONSTRAINT "EvaluationCode_officeCode_fkey" FOREIGN KEY ("officeCode") REFERENCES "Office"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "EvaluationCode" ADD CONSTRAINT "EvaluationCode_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "BadRating" ADD CONSTRAINT "BadRating_evaluationId_fkey" FOREIGN KEY ("evaluationId") REFERENCES "Evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "BadRatingEvent" ADD CONSTRAINT "BadRatingEvent_badRatingId_fkey" FOREIGN KEY ("badRatingId") REFERENCES "BadRating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "Evaluation" e SET "matter" = a."business" FROM "Application" a WHERE a."caseId" = e."caseId";
ALTER TABLE "Evaluation" ALTER COLUMN "matter" DROP DEFAULT;

-- 一件申请至多一个有效的一事一评码
CREATE UNIQUE INDEX "one_live_code_per_case" ON "EvaluationCode" ("caseId") WHERE "caseId" IS NOT NULL AND "revokedAt" IS NULL;

-- 数据交换按事务号续传：只发早于最老在途事务的行，晚提交的不会被跳过
CREATE FUNCTION "stamp_evaluation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changedBy" := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER "stamp_evaluation" BEFORE INSERT OR UPDATE ON "Evaluation" FOR EACH ROW EXECUTE FUNCTION "stamp_evaluation"();

-- 合计的待算标记：只添不改，并发的评价不互相等待
CREATE FUNCTION "shanghai_month"(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$ SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') $$;

CREATE FUNCTION "mark_evaluation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "EvaluationMark" ("month", "officeCode") VALUES ("shanghai_month"(NEW."createdAt"), NEW."officeCode");
  RETURN NULL;
END $$;
CREATE TRIGGER "mark_evaluation" AFTER INSERT OR UPDATE ON "Evaluation" FOR EACH ROW EXECUTE FUNCTION "mark_evaluation"();

CREATE FUNCTION "touch_rated"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- 办理有了进展：评价随之记为变动（交换、合计都看得到）
  UPDATE "Evaluation" SET "changedBy" = 0 WHERE "id" = NEW."evaluationId";
  RETURN NULL;
END $$;
CREATE TRIGGER "touch_rated" AFTER UPDATE ON "BadRating" FOR EACH ROW EXECUTE FUNCTION "touch_rated"();

CREATE FUNCTION "mark_service"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "EvaluationMark" ("month", "officeCode") VALUES ("shanghai_month"(NEW."finishedAt"), NEW."officeCode");
  RETURN NULL;
END $$;
CREATE TRIGGER "mark_service" AFTER UPDATE OF "finishedAt" ON "Case" FOR EACH ROW
  WHEN (NEW."finishedAt" IS NOT NULL AND OLD."finishedAt" IS DISTINCT FROM NEW."finishedAt") EXECUTE FUNCTION "mark_service"();
CREATE TRIGGER "mark_new_service" AFTER INSERT ON "Case" FOR EACH ROW
  WHEN (NEW."finishedAt" IS NOT NULL) EXECUTE FUNCTION "mark_service"();

INSERT INTO "EvaluationMark" ("month", "officeCode")
  SELECT DISTINCT "shanghai_month"("createdAt"), "officeCode" FROM "Evaluation"
  UNION SELECT DISTINCT "shanghai_month"("finishedAt"), "officeCode" FROM "Case" WHERE "finishedAt" IS NOT NULL;
