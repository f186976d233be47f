-- 分立、合并：一件申请可以同时给几家另一方各开一条待办；同一企业、同一案件、同种待办至多一条未办
DROP INDEX "one_open_todo_per_case_kind";
CREATE UNIQUE INDEX "one_open_todo_per_case_kind" ON "TodoItem" ("caseId", "kind", "enterpriseId") WHERE "doneAt" IS NULL;
