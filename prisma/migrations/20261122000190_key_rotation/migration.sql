-- 换密钥只重新封手机号，评价本身没有变：不再交换一次，也不重算合计
CREATE OR REPLACE FUNCTION "only_resealed"(was "Evaluation", is_now "Evaluation") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT to_jsonb(was) - '{phoneHash,phoneEncrypted}'::text[] = to_jsonb(is_now) - '{phoneHash,phoneEncrypted}'::text[]
    AND (was."phoneHash", was."phoneEncrypted") IS DISTINCT FROM (is_now."phoneHash", is_now."phoneEncrypted")
$$;

CREATE OR REPLACE FUNCTION "stamp_evaluation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."changedBy" := pg_current_xact_id()::text::bigint;
    NEW."insertedBy" := NEW."changedBy";
  ELSIF NOT "only_resealed"(OLD, NEW) THEN
    NEW."changedBy" := pg_current_xact_id()::text::bigint;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION "mark_evaluation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF "only_resealed"(OLD, NEW) THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO "EvaluationMark" ("month", "officeCode") VALUES ("shanghai_month"(NEW."createdAt"), NEW."officeCode");
  RETURN NULL;
END $$;
