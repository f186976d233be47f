import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { CALENDAR_REVISION } from "./calendar";
import { type Db, sqlIn } from "./client";
import { newId } from "./new-id";

/** 写文书所需的案件，出具之时的样子。 */
export interface DocumentSubject {
  number: string;
  round: number;
  kind: string;
  officeCode: string;
  officeName: string;
  address: string | null;
  postalCode: string | null;
  phone: string | null;
  enterpriseId: string;
  enterpriseName: string;
  uscc: string;
  submittedAt: Date | null;
  acceptedAt: Date | null;
  stageDueOn: string | null;
  statutoryDueOn: string | null;
  business: string | null;
  procedure: string | null;
  scopeText: string | null;
  licenceNumber: string | null;
  /** 最近一次容缺补齐的任务。 */
  deferralDetail: unknown;
  deferralDueOn: string | null;
  /** 此刻与节假日安排的版次，同一次读出。 */
  now: Date;
  calendarRevision: number;
}

/** 写文书所需的案件，一次往返取齐：提交、签发都要它；没有这一件为 undefined。 */
export async function findDocumentSubject(db: Db, caseId: string): Promise<DocumentSubject | undefined> {
  const { rows } = await sqlIn(db).query<DocumentSubject>({
    name: "document-subject",
    text: `SELECT c."number", c."round", c."kind", c."officeCode", o."name" AS "officeName", o."address", o."postalCode", o."phone", c."enterpriseId", e."name" AS "enterpriseName", e."uscc", c."submittedAt", c."acceptedAt",
      c."stageDueOn", c."statutoryDueOn", a."business", a."procedure", a."scopeText", l."number" AS "licenceNumber", u."detail" AS "deferralDetail", u."dueOn" AS "deferralDueOn", clock_timestamp() AS "now", ${CALENDAR_REVISION} AS "calendarRevision"
      FROM "Case" c JOIN "Office" o ON o."code" = c."officeCode" JOIN "Enterprise" e ON e."id" = c."enterpriseId"
      LEFT JOIN "Application" a ON a."caseId" = c."id" LEFT JOIN "Licence" l ON l."id" = a."licenceId"
      LEFT JOIN LATERAL (SELECT f."detail", f."dueOn" FROM "FollowUp" f WHERE f."caseId" = c."id" AND f."kind" = 'deferral' ORDER BY f."openedAt" DESC LIMIT 1) u ON TRUE
      WHERE c."id" = $1::uuid`,
    values: [caseId],
  });
  return rows[0];
}

/** 另一方企业的名称与代码。 */
export function findAddressee(db: Db, enterpriseId: string) {
  return db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId }, select: { name: true, uscc: true } });
}

/** 要写下的一份文书，送达以前的各列。 */
export interface NewDocument {
  caseId: string;
  kind: string;
  number: string;
  officeCode: string;
  enterpriseId: string;
  followUpId: string | null;
  round: number;
  content: object;
  digest: string;
  issuedById: string | null;
  issuedByName: string;
  issuedOn: string;
  issuedAt: Date;
  messageId: string;
}

export async function insertDocument(tx: Db, { content, ...document }: NewDocument): Promise<string> {
  const id = newId();
  await sqlIn(tx).query({
    name: "insert-document",
    text: `INSERT INTO "IssuedDocument" ("id", "caseId", "kind", "number", "officeCode", "enterpriseId", "followUpId", "round", "content", "digest", "issuedById", "issuedByName", "issuedOn", "issuedAt", "messageId")
      VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::uuid, $8, $9::jsonb, $10, $11::uuid, $12, $13, $14::timestamptz, $15::uuid)`,
    values: [
      id, document.caseId, document.kind, document.number, document.officeCode, document.enterpriseId, document.followUpId, document.round, JSON.stringify(content), document.digest,
      document.issuedById, document.issuedByName, document.issuedOn, document.issuedAt, document.messageId,
    ],
  });
  return id;
}

/** 一份文书与它的归属；另一方为 parties。 */
export async function findDocument(db: Db, id: string) {
  const found = await db.issuedDocument.findUnique({
    where: { id },
    include: { case: { select: { number: true, confirmations: { select: { enterpriseId: true } } } } },
  });
  return found ?? undefined;
}

export type DocumentRecord = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

/** 按编号；公开核对用。 */
export async function findDocumentByNumber(db: Db, number: string) {
  return (await db.issuedDocument.findUnique({ where: { number }, select: { number: true, content: true, digest: true } })) ?? undefined;
}

/** 一件案件的文书，先出具的在前；给了后续任务的只要因它出具的。 */
export function listCaseDocuments(db: Db, caseId: string, followUpId?: string) {
  return db.issuedDocument.findMany({ where: { caseId, ...(followUpId ? { followUpId } : {}) }, orderBy: [{ issuedAt: "asc" }, { id: "asc" }], omit: { content: true } });
}

/** 这些消息各随一份什么文书。 */
export function listDocumentsOfMessages(db: Db, messageIds: readonly string[]) {
  return db.issuedDocument.findMany({ where: { messageId: { in: [...messageIds] } }, select: { id: true, kind: true, number: true, messageId: true } });
}

/** 记下企业第一次打开；已经打开过的不改。返回是不是第一次。 */
export async function markDocumentOpened(tx: Db, id: string, by: { accountId: string; name: string }, at: Date): Promise<boolean> {
  const { count } = await tx.issuedDocument.updateMany({ where: { id, openedAt: null }, data: { openedAt: at, openedById: by.accountId, openedByName: by.name } });
  return count === 1;
}

export interface NewDelivery {
  deliveryWay: string;
  deliveredOn: string;
  deliveryReceiver: string;
  deliveryNote?: string;
  deliveryRecordedById?: string;
  deliveryRecordedByName?: string;
  deliveryRecordedAt: Date;
}

/** 登记送达：只记一次。返回记上了没有。 */
export async function recordDelivery(tx: Db, id: string, delivery: NewDelivery): Promise<boolean> {
  const { count } = await tx.issuedDocument.updateMany({ where: { id, deliveredOn: null }, data: delivery });
  return count === 1;
}

/** 案件的归属与各方，供判断谁看得到文书。 */
export function findDocumentCase(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    select: { number: true, officeCode: true, enterpriseId: true, enterprise: { select: { name: true } }, confirmations: { select: { enterpriseId: true } } },
  });
}

export interface OfficeDocuments {
  officeCode: string;
  state: "pending" | "delivered" | "all";
  kind?: string;
  since?: string;
  until?: string;
}

/** 列表所需的各列。 */
export interface ListedDocument {
  id: string;
  kind: string;
  number: string;
  caseId: string;
  officeCode: string;
  issuedOn: string;
  issuedByName: string;
  deliveryWay: string | null;
  deliveredOn: string | null;
  deliveryReceiver: string | null;
}

export interface OfficeDocumentRow extends ListedDocument {
  caseNumber: string;
  enterprise: string;
}

/** 本机构的一页文书，键集分页：未送达的先出具的在前，其余后出具的在前。 */
export async function listOfficeDocuments(db: Db, scope: OfficeDocuments, limit: number, after?: string): Promise<OfficeDocumentRow[]> {
  const oldestFirst = scope.state === "pending";
  const conditions = [...conditionsOf(scope), ...(after ? [beyond(after, oldestFirst)] : [])];
  const order = oldestFirst ? Prisma.sql`d."issuedAt", d."id"` : Prisma.sql`d."issuedAt" DESC, d."id" DESC`;
  return db.$queryRaw<OfficeDocumentRow[]>(Prisma.sql`
    SELECT d."id", d."kind", d."number", d."caseId", d."officeCode", d."issuedOn", d."issuedByName", d."deliveryWay", d."deliveredOn", d."deliveryReceiver",
      c."number" AS "caseNumber", e."name" AS "enterprise"
    FROM (SELECT * FROM "IssuedDocument" d WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${order} LIMIT ${limit}) d
      JOIN "Case" c ON c."id" = d."caseId" JOIN "Enterprise" e ON e."id" = d."enterpriseId" ORDER BY ${order}`);
}

function conditionsOf({ officeCode, state, kind, since, until }: OfficeDocuments): Prisma.Sql[] {
  return [
    Prisma.sql`d."officeCode" = ${officeCode}`,
    ...(state === "all" ? [] : [state === "pending" ? Prisma.sql`d."deliveredOn" IS NULL` : Prisma.sql`d."deliveredOn" IS NOT NULL`]),
    ...(kind ? [Prisma.sql`d."kind" = ${kind}`] : []),
    ...(since ? [Prisma.sql`d."issuedOn" >= ${since}`] : []),
    ...(until ? [Prisma.sql`d."issuedOn" <= ${until}`] : []),
  ];
}

/** 本机构未送达的合乎筛选的件数，数到 cap + 1 为止。 */
export async function countUndelivered(db: Db, scope: Omit<OfficeDocuments, "state">, cap: number): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "IssuedDocument" d WHERE ${Prisma.join(conditionsOf({ ...scope, state: "pending" }), " AND ")} LIMIT ${cap + 1}) d`);
  return rows[0]?.count ?? 0;
}

function beyond(after: string, oldestFirst: boolean): Prisma.Sql {
  const last = Prisma.sql`(SELECT l."issuedAt", l."id" FROM "IssuedDocument" l WHERE l."id" = ${after}::uuid)`;
  return oldestFirst ? Prisma.sql`(d."issuedAt", d."id") > ${last}` : Prisma.sql`(d."issuedAt", d."id") < ${last}`;
}
