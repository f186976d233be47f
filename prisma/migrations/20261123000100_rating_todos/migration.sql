-- 决定三十一：号码五天内评过的，待办留着，写明何时起可以再评
ALTER TABLE "TodoItem" ADD COLUMN "possibleFrom" TIMESTAMPTZ(3);

-- 好差评的待办从此有最后一天；开着的按办结之日补上，过了的由定时任务关
UPDATE "TodoItem" t SET "dueOn" = to_char((c."finishedAt" AT TIME ZONE 'Asia/Shanghai')::date + 30, 'YYYY-MM-DD')
  FROM "Case" c WHERE c."id" = t."caseId" AND t."kind" = 'evaluation' AND t."doneAt" IS NULL AND c."finishedAt" IS NOT NULL;
