-- 限制期的登记与撤回；撤销许可须两个人；同一案件里各家企业可以各有一件未了的任务
ALTER TABLE "Restriction" ADD COLUMN "note" TEXT,
ADD COLUMN "revokedAt" TIMESTAMPTZ(3),
ADD COLUMN "revokedById" UUID,
ADD COLUMN "revokeReason" TEXT;
-- 同一情形同一天只登记一次；撤回的不算
CREATE UNIQUE INDEX "one_upgrade_bar_per_event" ON "Restriction" ("enterpriseId", "reason", "fromOn") WHERE "kind" = 'upgrade' AND "revokedAt" IS NULL;
-- 限制期一览按标识新的在前
CREATE INDEX "Restriction_kind_id_idx" ON "Restriction" ("kind", "id");

CREATE TABLE "Revocation" (
    "id" UUID NOT NULL,
    "followUpId" UUID NOT NULL,
    "licenceId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "formerState" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    CONSTRAINT "Revocation_pkey" PRIMARY KEY ("id"),
    -- 职责分离：提出的人不能自己决定
    CONSTRAINT "revocation_decided_by_another" CHECK ("decidedById" <> "proposedById"),
    CONSTRAINT "revocation_decided_by_someone" CHECK ("state" NOT IN ('confirmed', 'rejected') OR "decidedById" IS NOT NULL)
);
CREATE INDEX "Revocation_followUpId_idx" ON "Revocation" ("followUpId");
CREATE INDEX "Revocation_licenceId_idx" ON "Revocation" ("licenceId");
CREATE UNIQUE INDEX "one_pending_revocation" ON "Revocation" ("licenceId") WHERE "state" = 'pending';
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_licenceId_fkey" FOREIGN KEY ("licenceId") REFERENCES "Licence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP INDEX "follow_up_running";
CREATE UNIQUE INDEX "follow_up_running" ON "FollowUp" ("caseId", "kind", "enterpriseId") WHERE "state" IN ('open', 'supplied', 'proposed');
