import { listHolidayYears } from "@/lib/data/calendar";
import { type Db, db as database } from "@/lib/data/client";
import { databaseMoment, databaseNow } from "@/lib/data/platform";
import { builtInCalendar, calendarFor, type HolidayCalendar } from "@/lib/workflow/calendar";
import { type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";

/** 数据库此刻。 */
export function now(db: Db = database()): Promise<Date> {
  return databaseNow(db);
}

/** 今天（北京时间），取自数据库时钟。 */
export async function today(db: Db = database()): Promise<IsoDate> {
  return shanghaiDate(await databaseNow(db));
}

/** 此刻、今天与工作日历。 */
export interface Moment {
  now: Date;
  today: IsoDate;
  calendar: HolidayCalendar;
}

/** 此刻与工作日历，一条语句；日历改过才另取。 */
export async function moment(db: Db = database()): Promise<Moment> {
  const { now: at, calendarRevision } = await databaseMoment(db);
  return { now: at, today: shanghaiDate(at), calendar: await calendarOf(calendarRevision, db) };
}

/** 现行的工作日历：管理员登记的年份取代随系统附带的。事务内把 tx 传进来。 */
export async function workingCalendar(db: Db = database()): Promise<HolidayCalendar> {
  return (await moment(db)).calendar;
}

/** 上一次取出的日历；别的服务器改了，版次就不同。 */
let known: { revision: number; calendar: HolidayCalendar } = { revision: 0, calendar: builtInCalendar };

/** 手里的日历与这台服务器所想的今天：先据此去问，数据库答的此刻与版次不同的，按它的再问一次。 */
export const supposedMoment = (): Pick<Moment, "today" | "calendar"> & { revision: number } => ({ ...known, today: shanghaiDate(new Date()) });

/** 这一版次的日历；版次已随别的内容读出的，不另问数据库。 */
export async function calendarOf(revision: number, db: Db = database()): Promise<HolidayCalendar> {
  if (revision === known.revision) return known.calendar;
  const years = await listHolidayYears(db);
  const calendar = calendarFor(years);
  known = { revision: Math.max(0, ...years.map((year) => year.revision)), calendar };
  return calendar;
}
