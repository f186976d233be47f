import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { openSiteVisitStates } from "@/lib/terms/site-visits";
import { type Db, pool } from "./client";
import { Conditions } from "./conditions";

const OPEN = [...openSiteVisitStates];

const whole = {
  officials: { orderBy: { name: "asc" } },
  photos: { where: { removedAt: null }, orderBy: { uploadedAt: "asc" } },
  case: {
    select: {
      id: true, number: true, state: true, revision: true, officeCode: true, enterpriseId: true, holderId: true, stageDueOn: true, promisedDueOn: true, statutoryDueOn: true,
      clockPausedOn: true, clockStops: true, application: { select: { business: true } }, enterprise: { select: { name: true, uscc: true } }, office: { select: { name: true } },
    },
  },
} as const satisfies Prisma.SiteVisitInclude;

export function findSiteVisit(db: Db, id: string) {
  return db.siteVisit.findUnique({ where: { id }, include: whole });
}

export type SiteVisitRecord = NonNullable<Awaited<ReturnType<typeof findSiteVisit>>>;

/** 先锁案件，再读核查：与办理、签字同一次序，只有一个先。 */
export async function lockSiteVisit(tx: Db, id: string): Promise<SiteVisitRecord | undefined> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = (SELECT "caseId" FROM "SiteVisit" WHERE "id" = ${id}::uuid) FOR UPDATE`);
  return (await findSiteVisit(tx, id)) ?? undefined;
}

/** 一件案件的各次核查，新的在前。 */
export function listSiteVisits(db: Db, caseId: string) {
  return db.siteVisit.findMany({ where: { caseId }, orderBy: { orderedAt: "desc" }, include: whole });
}

/** 多半没有：工作列表每次打开都要问，先看有没有，也夹在整页的语句里（queue-desk）。 */
export const openVisitStatement = (where: Conditions, accountId: string, officeCode: string): string =>
  `SELECT 1 FROM "SiteVisitOfficial" o JOIN "SiteVisit" v ON v."id" = o."visitId" WHERE o."accountId" = ${where.place(accountId)}::uuid AND v."officeCode" = ${where.place(officeCode)} AND v."state" = ANY(${where.place(OPEN)}::text[]) LIMIT 1`;

async function hasOpenVisit(accountId: string, officeCode: string): Promise<boolean> {
  const where = new Conditions();
  const text = openVisitStatement(where, accountId, officeCode);
  return (await pool().query({ name: "open visit", text, values: where.values })).rowCount === 1;
}

/** 此人还没有了的核查，日期近的在前。 */
export async function listOpenVisitsOf(db: Db, accountId: string, officeCode: string, take: number) {
  if (!(await hasOpenVisit(accountId, officeCode))) return [];
  return db.siteVisit.findMany({
    where: { officeCode, state: { in: OPEN }, officials: { some: { accountId } }, case: { finishedAt: null } }, orderBy: [{ plannedOn: "asc" }, { id: "asc" }], take, include: whole,
  });
}

export async function insertSiteVisit(tx: Db, visit: Omit<Prisma.SiteVisitUncheckedCreateInput, "officials" | "photos">, officials: readonly { accountId: string; name: string }[]): Promise<string> {
  const { id } = await tx.siteVisit.create({ data: { ...visit, officials: { create: [...officials] } }, select: { id: true } });
  return id;
}

/** 有条件地改：修订号没变才写，返回是否写成；resign 为真时已有的签字作废。 */
export async function updateSiteVisit(tx: Db, { id, revision }: { id: string; revision: number }, data: Prisma.SiteVisitUncheckedUpdateManyInput, { resign = false } = {}): Promise<boolean> {
  const { count } = await tx.siteVisit.updateMany({ where: { id, revision }, data: { ...data, revision: revision + 1 } });
  if (count === 1 && resign) await tx.siteVisitOfficial.updateMany({ where: { visitId: id }, data: { confirmedAt: null } });
  return count === 1;
}

/** 签字；签过的不改时间，为 false。 */
export async function signVisit(tx: Db, visitId: string, accountId: string): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`UPDATE "SiteVisitOfficial" SET "confirmedAt" = now() WHERE "visitId" = ${visitId}::uuid AND "accountId" = ${accountId}::uuid AND "confirmedAt" IS NULL`);
  return count === 1;
}

export async function insertVisitPhoto(tx: Db, photo: Prisma.SiteVisitPhotoUncheckedCreateInput): Promise<string> {
  const { id } = await tx.siteVisitPhoto.create({ data: photo, select: { id: true } });
  return id;
}

export function findVisitPhoto(db: Db, id: string) {
  return db.siteVisitPhoto.findUnique({ where: { id }, include: { visit: { select: { id: true, caseId: true, officeCode: true } } } });
}

export function findVisitPhotoByKey(db: Db, storageKey: string) {
  return db.siteVisitPhoto.findUnique({ where: { storageKey }, select: { id: true } });
}

export async function markVisitPhotoRemoved(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.siteVisitPhoto.updateMany({ where: { id, removedAt: null }, data: { removedAt: new Date() } });
  return count === 1;
}

/** 一个机构可以去核查的人：在用的内网账号，有这些岗位（办案的各岗）之一。 */
export function listOfficials(db: Db, officeCode: string, roles: readonly string[]) {
  return db.account.findMany({
    where: { audience: "staff", officeCode, state: "active", roles: { hasSome: [...roles] } }, orderBy: { displayName: "asc" }, select: { id: true, displayName: true, roles: true },
  });
}
