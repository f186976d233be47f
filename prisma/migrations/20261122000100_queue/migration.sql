-- 工作列表：承办自何时、外出、移交的告知、保存的筛选，与查找用的索引

-- 谁从何时起承办：由触发器记，凡改承办人的语句都不会漏
ALTER TABLE "Case" ADD COLUMN "heldSince" TIMESTAMPTZ(3);
UPDATE "Case" SET "heldSince" = "updatedAt" WHERE "holderId" IS NOT NULL;

CREATE FUNCTION "mark_held_since"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."heldSince" := CASE WHEN NEW."holderId" IS NULL THEN NULL ELSE clock_timestamp() END;
  RETURN NEW;
END $$;
CREATE TRIGGER "mark_held_since_insert" BEFORE INSERT ON "Case" FOR EACH ROW WHEN (NEW."holderId" IS NOT NULL) EXECUTE FUNCTION "mark_held_since"();
CREATE TRIGGER "mark_held_since_update" BEFORE UPDATE OF "holderId" ON "Case" FOR EACH ROW WHEN (OLD."holderId" IS DISTINCT FROM NEW."holderId") EXECUTE FUNCTION "mark_held_since"();

CREATE TABLE "StaffAbsence" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "fromOn" TEXT NOT NULL,
  "untilOn" TEXT NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "createdById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "removedAt" TIMESTAMPTZ(3),
  CONSTRAINT "StaffAbsence_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "absence_in_order" CHECK ("fromOn" <= "untilOn"),
  CONSTRAINT "StaffAbsence_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "StaffAbsence_accountId_untilOn_idx" ON "StaffAbsence"("accountId", "untilOn");

CREATE TABLE "SavedView" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "query" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "SavedView_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "SavedView_accountId_name_key" ON "SavedView"("accountId", "name");

CREATE TABLE "HolderNotice" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "byName" TEXT NOT NULL,
  "holderName" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seenAt" TIMESTAMPTZ(3),
  CONSTRAINT "HolderNotice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "HolderNotice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "HolderNotice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "holder_notice_unseen" ON "HolderNotice"("accountId", "at" DESC) WHERE "seenAt" IS NULL;

-- 全部案件，新的在前
CREATE INDEX "case_submitted" ON "Case"("officeCode", "submittedAt" DESC, "id" DESC) WHERE "submittedAt" IS NOT NULL;
-- 许可证编号的前缀
CREATE INDEX "licence_number_prefix" ON "Licence"("number" text_pattern_ops);
-- 模糊查找只在本机构的企业里找
CREATE INDEX "Enterprise_officeCode_idx" ON "Enterprise"("officeCode");

-- 工作列表的业务、办理方式、申请内容与许可证：抄一份在案件上，由触发器保持一致，筛选时不必逐件去找申请
ALTER TABLE "Case" ADD COLUMN "business" TEXT, ADD COLUMN "procedure" TEXT, ADD COLUMN "scopeText" TEXT, ADD COLUMN "licenceId" UUID;
UPDATE "Case" c SET "business" = a."business", "procedure" = a."procedure", "scopeText" = a."scopeText", "licenceId" = a."licenceId" FROM "Application" a WHERE a."caseId" = c."id";

CREATE FUNCTION "copy_application_to_case"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Case" SET "business" = NEW."business", "procedure" = NEW."procedure", "scopeText" = NEW."scopeText", "licenceId" = NEW."licenceId" WHERE "id" = NEW."caseId";
  RETURN NULL;
END $$;
CREATE TRIGGER "copy_application_to_case_insert" AFTER INSERT ON "Application" FOR EACH ROW EXECUTE FUNCTION "copy_application_to_case"();
CREATE TRIGGER "copy_application_to_case_update" AFTER UPDATE OF "business", "procedure", "scopeText", "licenceId" ON "Application" FOR EACH ROW
  WHEN (OLD."business" IS DISTINCT FROM NEW."business" OR OLD."procedure" IS DISTINCT FROM NEW."procedure" OR OLD."scopeText" IS DISTINCT FROM NEW."scopeText"
    OR OLD."licenceId" IS DISTINCT FROM NEW."licenceId")
  EXECUTE FUNCTION "copy_application_to_case"();

-- 数件数、按这些列筛选、挑一页都只看索引；办结的没有期限，不在其中
CREATE INDEX "case_queue" ON "Case"("officeCode", "state", "stageDueOn", "id") INCLUDE ("holderId", "statutoryDueOn", "clockPausedOn", "business", "procedure") WHERE "stageDueOn" IS NOT NULL;
