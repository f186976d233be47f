-- 此前收到的差评也要办理：自今天起算，分派一个工作日、整改五个工作日（只跳过周末；以后的由 lib/evaluation/bad-ratings/deadlines 算）
WITH "days" AS (
  SELECT to_char("d", 'YYYY-MM-DD') AS "day", row_number() OVER (ORDER BY "d") AS "n"
  FROM generate_series(
    (now() AT TIME ZONE 'Asia/Shanghai')::date + 1, (now() AT TIME ZONE 'Asia/Shanghai')::date + 14, interval '1 day'
  ) AS "d" WHERE extract(isodow FROM "d") < 6
)
INSERT INTO "BadRating" ("id", "evaluationId", "officeCode", "stageDueOn", "rectifyDueOn", "createdAt")
SELECT gen_random_uuid(), e."id", e."officeCode", (SELECT "day" FROM "days" WHERE "n" = 1), (SELECT "day" FROM "days" WHERE "n" = 5), e."createdAt"
FROM "Evaluation" e
WHERE e."level" <= 2 AND e."excludedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "BadRating" b WHERE b."evaluationId" = e."id");
