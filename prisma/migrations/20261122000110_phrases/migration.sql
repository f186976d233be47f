-- CreateTable
CREATE TABLE "CasePerson" (
    "caseId" UUID NOT NULL,
    "idNumber" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "CasePerson_pkey" PRIMARY KEY ("caseId","idNumber","kind")
);

-- CreateTable
CREATE TABLE "RemarkPhrase" (
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "officeCode" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RemarkPhrase_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RemarkPhrase_scope_check" CHECK ("scope" IN ('own', 'office'))
);

-- CreateIndex
CREATE INDEX "CasePerson_idNumber_idx" ON "CasePerson"("idNumber");

-- CreateIndex
CREATE INDEX "RemarkPhrase_officeCode_scope_accountId_idx" ON "RemarkPhrase"("officeCode", "scope", "accountId");

-- The same phrase is kept once: for a person, and for an office.
CREATE UNIQUE INDEX "RemarkPhrase_own_text" ON "RemarkPhrase"("accountId", "text") WHERE "scope" = 'own';
CREATE UNIQUE INDEX "RemarkPhrase_office_text" ON "RemarkPhrase"("officeCode", "text") WHERE "scope" = 'office';

-- AddForeignKey
ALTER TABLE "CasePerson" ADD CONSTRAINT "CasePerson_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who stands in the applications that are running now, from their last submission.
INSERT INTO "CasePerson" ("caseId", "idNumber", "kind")
SELECT DISTINCT c."id", n."idNumber", n."kind"
FROM "Case" c
JOIN LATERAL (SELECT s."snapshot"->'answers' AS "answers" FROM "Submission" s WHERE s."applicationId" = c."id" ORDER BY s."round" DESC LIMIT 1) l ON true
CROSS JOIN LATERAL (
    SELECT upper(btrim(l."answers"->'technical-lead'->>'idNo')) AS "idNumber", 'technicalLead' AS "kind"
    UNION ALL SELECT upper(btrim(l."answers"->'safety-lead'->>'idNo')), 'safetyLead'
    UNION ALL SELECT upper(btrim(r->>'idNo')), 'technician' FROM jsonb_array_elements(CASE jsonb_typeof(l."answers"->'technicians'->'technicians') WHEN 'array' THEN l."answers"->'technicians'->'technicians' ELSE '[]' END) AS r
    UNION ALL SELECT upper(btrim(r->>'idNo')), 'skilledWorker' FROM jsonb_array_elements(CASE jsonb_typeof(l."answers"->'skilled-workers'->'skilledWorkers') WHEN 'array' THEN l."answers"->'skilled-workers'->'skilledWorkers' ELSE '[]' END) AS r
    UNION ALL SELECT upper(btrim(CASE l."answers"->'entry'->>'role' WHEN 'skilledWorker' THEN l."answers"->'entry'->>'workerIdNo' ELSE l."answers"->'entry'->>'idNo' END)), l."answers"->'entry'->>'role'
) n
WHERE c."openKey" IS NOT NULL AND c."submittedAt" IS NOT NULL AND COALESCE(n."idNumber", '') <> '' AND COALESCE(n."kind", '') <> '';
