-- 节假日安排：管理员登记的年份；已发的提醒

CREATE TABLE "HolidayYearRecord" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "daysOff" TEXT[],
    "makeUpWorkdays" TEXT[],
    "revision" SERIAL NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    CONSTRAINT "HolidayYearRecord_pkey" PRIMARY KEY ("year")
);
CREATE INDEX "HolidayYearRecord_revision_idx" ON "HolidayYearRecord"("revision");

CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Reminder_subjectId_kind_dueOn_key" ON "Reminder"("subjectId", "kind", "dueOn");

ALTER TABLE "Case" ADD COLUMN "clockStops" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- 不属于哪一件案件的待办（许可证将届满）：一家企业一种至多一条未办
CREATE UNIQUE INDEX "one_open_todo_without_case" ON "TodoItem" ("enterpriseId", "kind") WHERE "doneAt" IS NULL AND "caseId" IS NULL;

-- 届满提醒与名单：有效的许可证按派出机构；现行版次由唯一索引找
CREATE INDEX "licence_valid" ON "Licence" ("officeCode", "id") WHERE "state" = 'valid';
