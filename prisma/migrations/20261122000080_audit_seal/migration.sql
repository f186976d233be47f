-- 审计的查找：时间、对象、种类、人、动作、来源，各自连同时间翻页
DROP INDEX "AuditEntry_at_idx";
DROP INDEX "AuditEntry_subject_subjectId_idx";
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");
CREATE INDEX "AuditEntry_subjectId_at_idx" ON "AuditEntry"("subjectId", "at");
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");
CREATE INDEX "AuditEntry_action_at_idx" ON "AuditEntry"("action", "at");
CREATE INDEX "AuditEntry_address_at_idx" ON "AuditEntry"("address", "at");

-- 等待封存的审计与散列链
CREATE TABLE "AuditPending" (
    "position" BIGSERIAL NOT NULL,
    "entryId" UUID NOT NULL,

    CONSTRAINT "AuditPending_pkey" PRIMARY KEY ("position")
);
CREATE TABLE "AuditSeal" (
    "seq" BIGINT NOT NULL,
    "entryId" UUID NOT NULL,
    "entryHash" BYTEA NOT NULL,
    "chainHash" BYTEA NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("seq")
);
CREATE UNIQUE INDEX "AuditSeal_entryId_key" ON "AuditSeal"("entryId");

-- 每写一条审计即登记，同一事务：没有提交的看不见，提交得晚的也不会漏
CREATE FUNCTION queue_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AuditPending" ("entryId") VALUES (NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER queue_for_sealing AFTER INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION queue_audit();
INSERT INTO "AuditPending" ("entryId") SELECT "id" FROM "AuditEntry" ORDER BY "at", "id";

-- 封存只增不改；整表清空也拒绝
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE ON "AuditPending" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "AuditPending" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 审计员不兼别的岗位，别的岗位也不兼审计员
ALTER TABLE "Account" ADD CONSTRAINT "auditor_alone" CHECK (NOT ('auditor' = ANY ("roles")) OR cardinality("roles") = 1);
