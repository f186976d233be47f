import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");

const statements = readFileSync("prisma/migrations/20261123000200_login_ignores_case/migration.sql", "utf8").replace(/^--.*$/gm, "").split(";").map((one) => one.trim()).filter(Boolean);

it("登录账号不分大小写的索引建得上：已有只差大小写的，先建的不动，后建的改得合写法、互不相同", async () => {
  await db().$executeRawUnsafe(`DROP INDEX "account_login_lower"`);
  const long = "a".repeat(30);
  const rows = ["shouli", "SHOULI", "Shouli", long, long.toUpperCase(), "other_1"].map((login, index) => ({ login, audience: "enterprise" as const, displayName: login, passwordHash: "-", roles: [], createdAt: new Date(Date.UTC(2026, 0, index + 1)) }));
  await db().account.createMany({ data: rows });
  for (const statement of statements) await db().$executeRawUnsafe(statement);
  const after = (await db().account.findMany({ orderBy: { createdAt: "asc" } })).map(({ login }) => login);
  expect([after[0], after[3], after[5]]).toEqual(["shouli", long, "other_1"]);
  expect([after[1], after[2]]).toEqual([expect.stringMatching(/^SHOULI_[0-9a-f]{8}$/), expect.stringMatching(/^Shouli_[0-9a-f]{8}$/)]);
  expect(after[4]).toMatch(/^A{21}_[0-9a-f]{8}$/);
});
