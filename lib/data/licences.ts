import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

const current = { versions: { orderBy: { version: "desc" }, take: 1 } } as const;

/** 企业未注销的许可证与现行版次；在签发事务里锁住，同时签发两件时后来者等待。 */
export async function lockValidLicence(tx: Db, enterpriseId: string) {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Enterprise" WHERE "id" = ${enterpriseId}::uuid FOR UPDATE`);
  const found = await tx.licence.findFirst({ where: { enterpriseId, state: "valid" }, include: current });
  return found ?? undefined;
}

export type HeldLicence = NonNullable<Awaited<ReturnType<typeof lockValidLicence>>>;

/** 在现行版次之上出新的一版；不写的列照旧。 */
export async function appendLicenceVersion(tx: Db, held: HeldLicence, change: Partial<Omit<NewLicenceVersion, "version">>): Promise<void> {
  const [current] = held.versions;
  if (!current) throw new Error(`licence ${held.number} has no version`);
  const { id: _id, createdAt: _createdAt, items, ...rest } = current;
  await tx.licenceVersion.create({ data: { ...rest, items: items as Prisma.InputJsonValue, ...change, version: current.version + 1 } });
}

export type NewLicence = Pick<Prisma.LicenceUncheckedCreateInput, "number" | "enterpriseId" | "officeCode" | "firstIssuedOn">;
export type NewLicenceVersion = Omit<Prisma.LicenceVersionUncheckedCreateInput, "licenceId">;

/** 新证与它的第一版。 */
export async function insertLicence(tx: Db, licence: NewLicence, version: NewLicenceVersion): Promise<string> {
  const { id } = await tx.licence.create({ data: { ...licence, versions: { create: version } }, select: { id: true } });
  return id;
}

export async function updateLicenceState(tx: Db, licenceId: string, state: string): Promise<void> {
  await tx.licence.update({ where: { id: licenceId }, data: { state } });
}

export async function linkLicence(tx: Db, applicationId: string, licenceId: string): Promise<void> {
  await tx.application.update({ where: { caseId: applicationId }, data: { licenceId } });
}

/** 派出机构在编号里的两位。 */
export function findOfficeDigits(tx: Db, code: string) {
  return tx.office.findUniqueOrThrow({ where: { code }, select: { regionDigit: true, officeDigit: true, name: true } });
}

const asPattern = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** 许可证列表，新发的在前；q 为编号前缀或企业名称。afterId 为上一页最后一条。 */
export function listLicenceRows(db: Db, owner: { enterpriseId?: string; officeCode?: string }, take: number, { q, afterId }: { q?: string; afterId?: string } = {}) {
  const search: Prisma.LicenceWhereInput = q
    ? { OR: [{ number: { startsWith: asPattern(q) } }, { enterprise: { name: { contains: asPattern(q), mode: "insensitive" } } }, { enterprise: { uscc: q.toUpperCase() } }] }
    : {};
  return db.licence.findMany({
    where: { ...owner, ...search },
    include: { ...current, enterprise: { select: { name: true, uscc: true } } },
    orderBy: { id: "desc" },
    take,
    ...(afterId ? { cursor: { id: afterId }, skip: 1 } : {}),
  });
}

export type LicenceRecord = Awaited<ReturnType<typeof listLicenceRows>>[number];

/** 一件许可证与全部版次，新的在前。 */
export function findLicenceRow(db: Db, id: string) {
  return db.licence.findUnique({
    where: { id },
    include: { versions: { orderBy: { version: "desc" } }, enterprise: { select: { name: true, uscc: true } }, applications: { select: { caseId: true, business: true, case: { select: { number: true, state: true } } } } },
  });
}

/** 按编号，或按统一社会信用代码取最近一件。 */
export async function findLicenceByNumberOrCode(db: Db, text: string) {
  return db.licence.findFirst({
    where: { OR: [{ number: text }, { enterprise: { uscc: text } }] },
    orderBy: [{ id: "desc" }],
    include: current,
  });
}

/** 未决的延续申请最早何时提交；没有为 undefined。补正后再交的，仍按首次提交；补正期间废弃的不算。 */
export async function findPendingRenewal(db: Db, licenceId: string): Promise<Date | undefined> {
  const rows = await db.$queryRaw<{ at: Date | null }[]>(Prisma.sql`
    SELECT min(COALESCE(s."submittedAt", c."submittedAt")) AS "at" FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
    LEFT JOIN "Submission" s ON s."applicationId" = c."id" AND s."round" = 1
    WHERE a."licenceId" = ${licenceId}::uuid AND a."business" = 'renewal' AND c."finishedAt" IS NULL AND c."submittedAt" IS NOT NULL AND c."state" <> 'discarded'`);
  return rows[0]?.at ?? undefined;
}

/** 许可证届满、又没有未决延续，而人员还在册的企业，一批；after 为上一批最后一家。 */
export async function listExpiredHolders(db: Db, today: string, take: number, after?: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ enterpriseId: string }[]>(Prisma.sql`
    SELECT l."enterpriseId" FROM "Licence" l JOIN LATERAL (SELECT w."validTo" FROM "LicenceVersion" w WHERE w."licenceId" = l."id" ORDER BY w."version" DESC LIMIT 1) v ON true
    WHERE l."state" = 'valid' AND v."validTo" < ${today} ${after ? Prisma.sql`AND l."enterpriseId" > ${after}::uuid` : Prisma.empty}
      AND EXISTS (SELECT 1 FROM "Engagement" g WHERE g."enterpriseId" = l."enterpriseId" AND g."toOn" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "Application" a JOIN "Case" c ON c."id" = a."caseId"
        WHERE a."licenceId" = l."id" AND a."business" = 'renewal' AND c."finishedAt" IS NULL AND c."submittedAt" IS NOT NULL AND c."state" <> 'discarded')
    ORDER BY l."enterpriseId" LIMIT ${take}`);
  return rows.map((row) => row.enterpriseId);
}

export interface CaseLabel {
  id: string;
  number: string;
  business: string;
  enterpriseId: string;
  officeCode: string;
}

/** 这些申请的编号与业务，按标识；已经不在的没有。 */
export async function listCaseLabels(db: Db, ids: readonly string[]): Promise<Map<string, CaseLabel>> {
  const rows = await db.case.findMany({
    where: { id: { in: [...ids] } }, select: { id: true, number: true, enterpriseId: true, officeCode: true, application: { select: { business: true } } },
  });
  return new Map(rows.map(({ application, ...row }) => [row.id, { ...row, business: application?.business ?? "" }]));
}
