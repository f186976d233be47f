-- 文书：编号、内容在出具时冻结，以后只记送达
CREATE TABLE "IssuedDocument" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "followUpId" UUID,
    "round" INTEGER,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "issuedById" UUID,
    "issuedByName" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "messageId" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" UUID,
    "openedByName" TEXT,
    "deliveryWay" TEXT,
    "deliveredOn" TEXT,
    "deliveryReceiver" TEXT,
    "deliveryNote" TEXT,
    "deliveryRecordedById" UUID,
    "deliveryRecordedByName" TEXT,
    "deliveryRecordedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IssuedDocument_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "IssuedDocument_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    -- 送达要么没有，要么方式、日期、收件人都有
    CONSTRAINT "delivery_is_whole" CHECK (num_nonnulls("deliveryWay", "deliveredOn", "deliveryReceiver") IN (0, 3)),
    CONSTRAINT "delivery_way_is_known" CHECK ("deliveryWay" IN ('electronic', 'direct', 'post'))
);
CREATE UNIQUE INDEX "IssuedDocument_number_key" ON "IssuedDocument"("number");
CREATE UNIQUE INDEX "IssuedDocument_messageId_key" ON "IssuedDocument"("messageId");
CREATE INDEX "IssuedDocument_caseId_issuedAt_idx" ON "IssuedDocument"("caseId", "issuedAt");
CREATE INDEX "IssuedDocument_followUpId_idx" ON "IssuedDocument"("followUpId");
CREATE INDEX "IssuedDocument_officeCode_issuedAt_id_idx" ON "IssuedDocument"("officeCode", "issuedAt", "id");
CREATE INDEX "IssuedDocument_enterpriseId_issuedAt_idx" ON "IssuedDocument"("enterpriseId", "issuedAt");
-- 未送达的清单，等得久的在前
CREATE INDEX "undelivered_documents" ON "IssuedDocument"("officeCode", "issuedAt", "id") WHERE "deliveredOn" IS NULL;

-- 文书出具之后不改不删；只有空着的送达各项可以填，填了不再改
CREATE FUNCTION keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  entry record;
BEGIN
  FOR entry IN SELECT key, value FROM jsonb_each(before) LOOP
    IF entry.value IS DISTINCT FROM after -> entry.key AND NOT (entry.value = 'null'::jsonb AND entry.key IN (
      'messageId', 'openedAt', 'openedById', 'openedByName', 'deliveryWay', 'deliveredOn', 'deliveryReceiver', 'deliveryNote',
      'deliveryRecordedById', 'deliveryRecordedByName', 'deliveryRecordedAt')) THEN
      RAISE EXCEPTION 'document % is issued: % cannot change', OLD."number", entry.key USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE ON "IssuedDocument" FOR EACH ROW EXECUTE FUNCTION keep_document();
CREATE TRIGGER never_deleted BEFORE DELETE ON "IssuedDocument" FOR EACH ROW EXECUTE FUNCTION refuse_change();
