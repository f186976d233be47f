import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { db, pool } = await import("@/lib/data/client");
const { now } = await import("@/lib/services/platform/clock");

describe("时刻", () => {
  it("数据库的此刻就是此刻，不差时区", async () => {
    expect(Math.abs((await now()).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it("经 Prisma 写入的时刻，用 SQL 读出仍是同一时刻", async () => {
    const publishedAt = new Date("2026-11-22T00:30:00.000Z");
    const { id } = await db().notice.create({ data: { title: "时刻", body: "", publishedAt } });
    const { rows } = await pool().query<{ publishedAt: Date }>('SELECT "publishedAt" FROM "Notice" WHERE "id" = $1', [id]);
    expect(rows[0]?.publishedAt).toEqual(publishedAt);
  });
});
