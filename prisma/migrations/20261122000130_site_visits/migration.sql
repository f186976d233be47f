-- 延长期限：待批的按机构列给签发岗
ALTER TABLE "Case" ADD COLUMN "extension" TEXT;
ALTER TABLE "Case" ADD CONSTRAINT "case_extension_known" CHECK ("extension" IN ('requested', 'approved', 'declined'));
CREATE INDEX "case_extension_requested" ON "Case" ("officeCode", "statutoryDueOn", "id") WHERE "extension" = 'requested' AND "finishedAt" IS NULL;

CREATE TABLE "SiteVisit" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "officeCode" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "plannedOn" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "pausesClock" BOOLEAN NOT NULL DEFAULT false,
    "orderedById" UUID NOT NULL,
    "orderedByName" TEXT NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visitedOn" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "summary" TEXT,
    "attendee" TEXT,
    "recordedByName" TEXT,
    "recordedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    CONSTRAINT "SiteVisit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "site_visit_closed_at" CHECK (("state" = 'closed') = ("closedAt" IS NOT NULL)),
    CONSTRAINT "site_visit_cancel_reason" CHECK ("state" <> 'cancelled' OR "cancelReason" IS NOT NULL)
);
CREATE INDEX "SiteVisit_caseId_idx" ON "SiteVisit" ("caseId");
CREATE UNIQUE INDEX "one_open_site_visit" ON "SiteVisit" ("caseId") WHERE "state" IN ('planned', 'recorded');
CREATE INDEX "site_visit_open" ON "SiteVisit" ("officeCode", "plannedOn", "id") WHERE "state" IN ('planned', 'recorded');

CREATE TABLE "SiteVisitOfficial" (
    "visitId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    CONSTRAINT "SiteVisitOfficial_pkey" PRIMARY KEY ("visitId", "accountId")
);
CREATE INDEX "SiteVisitOfficial_accountId_idx" ON "SiteVisitOfficial" ("accountId");

CREATE TABLE "SiteVisitPhoto" (
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "storageKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedName" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    CONSTRAINT "SiteVisitPhoto_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SiteVisitPhoto_storageKey_key" ON "SiteVisitPhoto" ("storageKey");
CREATE INDEX "SiteVisitPhoto_visitId_idx" ON "SiteVisitPhoto" ("visitId");

ALTER TABLE "SiteVisit" ADD CONSTRAINT "SiteVisit_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SiteVisitOfficial" ADD CONSTRAINT "SiteVisitOfficial_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "SiteVisit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SiteVisitPhoto" ADD CONSTRAINT "SiteVisitPhoto_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "SiteVisit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 职责分离由库再守一道：流程表 notBy 的同一张对照，程序写错了也存不进去；两边一致由测试逐行核对
CREATE FUNCTION "hold_separation_of_duties"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_signing CONSTANT TEXT[] := ARRAY['accept', 'acceptConditionally', 'passReview', 'passSecondReview'];
  barred TEXT[];
BEGIN
  barred := CASE
    WHEN NEW."action" = 'passReview' THEN ARRAY['passSecondReview']
    WHEN NEW."action" = 'passSecondReview' THEN ARRAY['passReview']
    WHEN NEW."action" = 'sendBackToReview' AND NEW."fromState" = 'secondReview' THEN ARRAY['passReview']
    WHEN NEW."action" IN ('grant', 'refuse', 'sendBackToReview', 'sendBackToSecondReview') THEN before_signing
    WHEN NEW."action" IN ('approveExtension', 'declineExtension') THEN ARRAY['requestExtension']
  END;
  IF barred IS NOT NULL AND NEW."actorId" IS NOT NULL
     AND EXISTS (SELECT 1 FROM "CaseEvent" e WHERE e."caseId" = NEW."caseId" AND e."actorId" = NEW."actorId" AND e."action" = ANY (barred)) THEN
    RAISE EXCEPTION 'separation of duties: % by one who did an earlier step of case %', NEW."action", NEW."caseId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'case_event_separation_of_duties';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "case_event_separation_of_duties" BEFORE INSERT ON "CaseEvent" FOR EACH ROW EXECUTE FUNCTION "hold_separation_of_duties"();

-- 核查完成、取消之后，记录、照片与签字都不再改
CREATE FUNCTION "keep_finished_visit"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "SiteVisit" v WHERE v."id" = OLD."visitId" AND v."state" IN ('closed', 'cancelled')) THEN
    RAISE EXCEPTION 'site visit % is finished', OLD."visitId" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "finished_visit_keeps_signatures" BEFORE UPDATE OR DELETE ON "SiteVisitOfficial" FOR EACH ROW EXECUTE FUNCTION "keep_finished_visit"();
CREATE TRIGGER "finished_visit_keeps_photos" BEFORE UPDATE OR DELETE ON "SiteVisitPhoto" FOR EACH ROW EXECUTE FUNCTION "keep_finished_visit"();
CREATE FUNCTION "keep_finished_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'site visit % is finished', OLD."id" USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "finished_visit_is_kept" BEFORE UPDATE OR DELETE ON "SiteVisit" FOR EACH ROW WHEN (OLD."state" IN ('closed', 'cancelled')) EXECUTE FUNCTION "keep_finished_record"();
