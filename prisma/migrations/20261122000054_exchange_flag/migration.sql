-- 数据交换的 I 与 U：记下写入时的事务号，此后变动的才是 U
ALTER TABLE "Evaluation" ADD COLUMN "insertedBy" BIGINT NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION "stamp_evaluation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changedBy" := pg_current_xact_id()::text::bigint;
  IF TG_OP = 'INSERT' THEN
    NEW."insertedBy" := NEW."changedBy";
  END IF;
  RETURN NEW;
END $$;

-- 已有的评价按新增的再发一次；触发器随之盖上同一个事务号
UPDATE "Evaluation" SET "insertedBy" = pg_current_xact_id()::text::bigint;
