import { type Db, db as database } from "@/lib/data/client";
import { databaseNow } from "@/lib/data/platform";
import { type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";

/** 数据库此刻。 */
export function now(db: Db = database()): Promise<Date> {
  return databaseNow(db);
}

/** 今天（北京时间），取自数据库时钟。 */
export async function today(db: Db = database()): Promise<IsoDate> {
  return shanghaiDate(await databaseNow(db));
}
