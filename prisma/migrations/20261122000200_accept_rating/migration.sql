-- 接受一次评价：按次序的几步写成一个函数，一次往返、一条语句，要么全成要么全不成（ADR 0020）。
-- 数目（五天、评价期、次数）由调用者给出，规则只在程序里写一次；这里只有次序。

-- 记一次：时段已过的从一数起，没过的加一；并发下不少计
CREATE FUNCTION "count_use"(use_key text, seconds int) RETURNS "RateLimit" LANGUAGE sql VOLATILE AS $$
  INSERT INTO "RateLimit" AS r ("key", "count", "until") VALUES (use_key, 1, clock_timestamp() + make_interval(secs => seconds))
  ON CONFLICT ("key") DO UPDATE SET
    "count" = CASE WHEN r."until" <= clock_timestamp() THEN 1 ELSE r."count" + 1 END,
    "until" = CASE WHEN r."until" <= clock_timestamp() THEN EXCLUDED."until" ELSE r."until" END
  RETURNING r.*
$$;

-- place 里码与案件恰有一个。先记次数，再看能不能评，再占手机号的五天，占到了才有评价，有评价才关待办、立差评、留审计。
-- 每一步各取快照：占名额靠主键上的有条件改写，后到的等先到的提交，再按它写下的时间判断；
-- 快照看不见的同时评价由唯一索引拦下，整条语句作废，占到的名额随之退回。
CREATE FUNCTION "accept_rating"(
  code_id uuid, case_id uuid, phone text, rating_id uuid, rating_level int, rating_options text[], rating_comment text, rater text, phone_sealed text, submission text,
  bad_id uuid, stage_due text, rectify_due text, audit_id uuid, actor_id uuid, actor_name text, actor_audience text, actor_address text,
  counter_matter text, phone_seconds int, window_days int, limit_keys text[], limit_seconds int[], limit_counts int[],
  OUT "id" uuid, OUT "createdAt" timestamptz, OUT "limitedUntil" timestamptz
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  used "RateLimit";
  place record;
BEGIN
  FOR n IN 1 .. cardinality(limit_keys) LOOP
    used := "count_use"(limit_keys[n], limit_seconds[n]);
    IF used."count" > limit_counts[n] THEN "limitedUntil" := greatest("limitedUntil", used."until"); END IF;
  END LOOP;
  IF "limitedUntil" IS NOT NULL THEN RETURN; END IF;

  IF code_id IS NOT NULL THEN
    -- 没撤销、没过期；一事一评的那一件已办结
    SELECT q."id" AS "codeId", c."id" AS "caseId", q."kind" AS "channel", COALESCE(c."officeCode", q."officeCode") AS "officeCode", COALESCE(a."business", c."kind", counter_matter) AS "matter", q."servicePoint" AS "serviceName"
      INTO place FROM "EvaluationCode" q LEFT JOIN "Case" c ON c."id" = q."caseId" LEFT JOIN "Application" a ON a."caseId" = c."id"
      WHERE q."id" = code_id AND q."revokedAt" IS NULL AND q."expiresAt" > clock_timestamp() AND (q."kind" = 'visit' OR c."finishedAt" IS NOT NULL);
  ELSE
    -- 已办结、评价期没过；是不是本企业的由调用者先判断
    SELECT NULL::uuid AS "codeId", c."id" AS "caseId", 'todo' AS "channel", c."officeCode", COALESCE(a."business", c."kind", counter_matter) AS "matter", NULL::text AS "serviceName"
      INTO place FROM "Case" c LEFT JOIN "Application" a ON a."caseId" = c."id"
      WHERE c."id" = case_id AND (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date <= (c."finishedAt" AT TIME ZONE 'Asia/Shanghai')::date + window_days;
  END IF;
  IF NOT FOUND THEN RETURN; END IF;
  IF place."caseId" IS NOT NULL AND EXISTS (SELECT FROM "Evaluation" e WHERE e."caseId" = place."caseId") THEN RETURN; END IF;

  INSERT INTO "EvaluationSlot" AS s ("phoneHash", "until") VALUES (phone, clock_timestamp() + make_interval(secs => phone_seconds))
    ON CONFLICT ("phoneHash") DO UPDATE SET "until" = clock_timestamp() + make_interval(secs => phone_seconds) WHERE s."until" <= clock_timestamp()
    RETURNING s."until" - make_interval(secs => phone_seconds) INTO "createdAt";
  IF NOT FOUND THEN RETURN; END IF;

  INSERT INTO "Evaluation" ("id", "caseId", "codeId", "channel", "officeCode", "matter", "serviceName", "level", "options", "comment", "raterName", "phoneHash", "phoneEncrypted", "submissionKey", "createdAt")
    VALUES (rating_id, place."caseId", place."codeId", place."channel", place."officeCode", place."matter", place."serviceName", rating_level, rating_options, rating_comment, rater, phone, phone_sealed, submission, "createdAt");
  IF place."caseId" IS NOT NULL THEN
    UPDATE "TodoItem" t SET "doneAt" = clock_timestamp() WHERE t."caseId" = place."caseId" AND t."kind" = 'evaluation' AND t."doneAt" IS NULL;
  END IF;
  IF stage_due IS NOT NULL THEN
    INSERT INTO "BadRating" ("id", "evaluationId", "officeCode", "stageDueOn", "rectifyDueOn") VALUES (bad_id, rating_id, place."officeCode", stage_due, rectify_due);
  END IF;
  INSERT INTO "AuditEntry" ("id", "actorId", "actorName", "audience", "action", "subject", "subjectId", "detail", "address")
    VALUES (audit_id, actor_id, actor_name, actor_audience, 'evaluation.rate', CASE WHEN place."caseId" IS NULL THEN 'EvaluationCode' ELSE 'Case' END, COALESCE(place."caseId", place."codeId")::text,
      jsonb_build_object('evaluationId', rating_id, 'level', rating_level), actor_address);
  "id" := rating_id;
END $$;
