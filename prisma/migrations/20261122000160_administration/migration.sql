-- 通知公告的对象与状态；原有的都是向公众公布的
ALTER TABLE "Notice" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'published',
  ADD COLUMN "audience" TEXT NOT NULL DEFAULT 'public',
  ADD COLUMN "officeCode" TEXT,
  ADD COLUMN "pinned" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "withdrawReason" TEXT,
  ADD COLUMN "createdByName" TEXT,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "Notice" SET "state" = 'withdrawn' WHERE "withdrawnAt" IS NOT NULL;
ALTER TABLE "Notice" ADD CONSTRAINT "notice_state" CHECK ("state" IN ('draft', 'published', 'withdrawn')),
  ADD CONSTRAINT "notice_withdrawn" CHECK (("state" = 'withdrawn') = ("withdrawnAt" IS NOT NULL)),
  ADD CONSTRAINT "notice_audience" CHECK ("audience" IN ('public', 'enterprises') AND ("officeCode" IS NULL OR "audience" = 'enterprises'));
CREATE INDEX "Notice_state_publishedAt_idx" ON "Notice"("state", "publishedAt");

-- 发件箱：重发的次数，按状态翻页，按后四位查
ALTER TABLE "OutboxMessage" ADD COLUMN "resends" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "OutboxMessage_state_id_idx" ON "OutboxMessage"("state", "id");
CREATE INDEX "outbox_recipient_tail" ON "OutboxMessage"(right("recipient", 4), "id");

-- 既有企业与许可证的导入
CREATE TABLE "ImportRun" (
  "id" UUID NOT NULL,
  "fileName" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'checked',
  "content" JSONB,
  "report" JSONB NOT NULL,
  "added" INTEGER NOT NULL,
  "updated" INTEGER NOT NULL,
  "unchanged" INTEGER NOT NULL,
  "faulty" INTEGER NOT NULL,
  "createdById" UUID NOT NULL,
  "createdByName" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "appliedByName" TEXT,
  "appliedAt" TIMESTAMPTZ(3),
  CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "import_state" CHECK ("state" IN ('checked', 'applied', 'discarded') AND ("state" = 'applied') = ("appliedAt" IS NOT NULL)),
  -- 有错的文件、没有内容的文件都写不进去
  CONSTRAINT "import_faultless" CHECK ("state" <> 'applied' OR ("faulty" = 0 AND "content" IS NULL))
);

-- 认领（决定二十八）
CREATE TABLE "EnterpriseClaim" (
  "id" UUID NOT NULL,
  "enterpriseId" UUID NOT NULL,
  "accountId" UUID,
  "login" TEXT NOT NULL,
  "displayName" TEXT NOT NULL,
  "mobile" TEXT NOT NULL,
  "particulars" JSONB NOT NULL,
  "parentId" UUID,
  "state" TEXT NOT NULL DEFAULT 'pending',
  "dueOn" TEXT NOT NULL,
  "reason" TEXT,
  "decidedByName" TEXT,
  "decidedAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "EnterpriseClaim_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "claim_state" CHECK ("state" IN ('pending', 'approved', 'rejected') AND ("state" = 'pending') = ("decidedAt" IS NULL)),
  CONSTRAINT "claim_reason" CHECK ("state" <> 'rejected' OR "reason" IS NOT NULL)
);
CREATE UNIQUE INDEX "EnterpriseClaim_accountId_key" ON "EnterpriseClaim"("accountId");
CREATE INDEX "EnterpriseClaim_state_id_idx" ON "EnterpriseClaim"("state", "id");
CREATE INDEX "EnterpriseClaim_enterpriseId_idx" ON "EnterpriseClaim"("enterpriseId");
-- 同一人对同一家至多一件待核实；一家至多一件通过
CREATE UNIQUE INDEX "claim_pending" ON "EnterpriseClaim"("enterpriseId", "mobile") WHERE "state" = 'pending';
CREATE UNIQUE INDEX "claim_approved" ON "EnterpriseClaim"("enterpriseId") WHERE "state" = 'approved';
ALTER TABLE "EnterpriseClaim" ADD CONSTRAINT "EnterpriseClaim_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
