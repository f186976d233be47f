import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { HolidayYear } from "@/lib/workflow/calendar";
import type { Db } from "./client";

/** 节假日安排的版次，夹在别的语句里一同读出：每次改都更大，没有登记过的为 0。 */
export const CALENDAR_REVISION = `(SELECT COALESCE(max(y."revision"), 0)::int FROM "HolidayYearRecord" y)`;

export interface HolidayYearRow extends HolidayYear {
  revision: number;
  updatedAt: Date;
  /** 登记的管理员；随系统附带的为 null。 */
  updatedById: string | null;
}

/** 登记过的年份，从早到晚。 */
export function listHolidayYears(db: Db): Promise<HolidayYearRow[]> {
  return db.holidayYearRecord.findMany({ orderBy: { year: "asc" } });
}

/** 登记一年，已有的改写；版次取自序列，事务退回了也不会重用。 */
export async function upsertHolidayYear(tx: Db, { year, source, provisional, daysOff, makeUpWorkdays }: HolidayYear, updatedById: string | null): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "HolidayYearRecord" ("year", "source", "provisional", "daysOff", "makeUpWorkdays", "updatedById")
    VALUES (${year}, ${source}, ${provisional}, ${[...daysOff]}::text[], ${[...makeUpWorkdays]}::text[], ${updatedById}::uuid)
    ON CONFLICT ("year") DO UPDATE SET "source" = EXCLUDED."source", "provisional" = EXCLUDED."provisional", "daysOff" = EXCLUDED."daysOff",
      "makeUpWorkdays" = EXCLUDED."makeUpWorkdays", "updatedById" = EXCLUDED."updatedById", "updatedAt" = now(), "revision" = EXCLUDED."revision"`);
}
