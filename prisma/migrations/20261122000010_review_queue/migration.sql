-- 工作列表的三条热路径：某人承办的、办结的（新的在前）、按编号前缀查
CREATE INDEX "case_holder" ON "Case" ("holderId", "state") WHERE "holderId" IS NOT NULL;
CREATE INDEX "case_finished" ON "Case" ("officeCode", "finishedAt" DESC, "id" DESC) WHERE "finishedAt" IS NOT NULL;
CREATE INDEX "case_number_prefix" ON "Case" ("number" text_pattern_ops);
