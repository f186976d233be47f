-- DropIndex
DROP INDEX "Attachment_storageKey_key";

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "prefilledFromId" UUID;

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "copiedFromId" UUID;

-- AlterTable
ALTER TABLE "CreditRecord" ADD COLUMN     "updatedById" UUID;

-- CreateTable
CREATE TABLE "EnterpriseChange" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EnterpriseChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "officeCode" TEXT NOT NULL,
    "licenceId" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "dueOn" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "result" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Restriction" (
    "id" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "caseId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Restriction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyConfirmation" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "paperNote" TEXT,
    "answeredById" UUID,
    "answeredByName" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PartyConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditAnswer" (
    "uscc" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "pilotZone" BOOLEAN NOT NULL DEFAULT false,
    "commitmentRegion" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CreditAnswer_pkey" PRIMARY KEY ("uscc")
);

-- CreateTable
CREATE TABLE "PilotArea" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "PilotArea_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EnterpriseChange_enterpriseId_createdAt_idx" ON "EnterpriseChange"("enterpriseId", "createdAt");

-- CreateIndex
CREATE INDEX "FollowUp_officeCode_state_dueOn_idx" ON "FollowUp"("officeCode", "state", "dueOn");

-- CreateIndex
CREATE INDEX "FollowUp_enterpriseId_state_idx" ON "FollowUp"("enterpriseId", "state");

-- CreateIndex
CREATE INDEX "FollowUp_caseId_idx" ON "FollowUp"("caseId");

-- CreateIndex
CREATE INDEX "Restriction_enterpriseId_kind_untilOn_idx" ON "Restriction"("enterpriseId", "kind", "untilOn");

-- CreateIndex
CREATE INDEX "PartyConfirmation_enterpriseId_state_idx" ON "PartyConfirmation"("enterpriseId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "PartyConfirmation_caseId_enterpriseId_key" ON "PartyConfirmation"("caseId", "enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "PilotArea_kind_regionCode_key" ON "PilotArea"("kind", "regionCode");

-- CreateIndex
CREATE INDEX "Attachment_storageKey_idx" ON "Attachment"("storageKey");

-- AddForeignKey
ALTER TABLE "EnterpriseChange" ADD CONSTRAINT "EnterpriseChange_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyConfirmation" ADD CONSTRAINT "PartyConfirmation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyConfirmation" ADD CONSTRAINT "PartyConfirmation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- 上传得来的附件一份存储只登记一次；沿用的副本不在此限
CREATE UNIQUE INDEX "attachment_upload" ON "Attachment" ("storageKey") WHERE "copiedFromId" IS NULL;
-- 一件案件同一种任务同时至多一件未了
CREATE UNIQUE INDEX "follow_up_running" ON "FollowUp" ("caseId", "kind") WHERE "state" IN ('open', 'supplied');
