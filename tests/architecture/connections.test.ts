import { describe, expect, it } from "vitest";
import { nestedConnections } from "./connections";
import { isSource, listFiles, parseSource, readSource } from "./source-file";

const places = /^(lib\/(data|services|auth|actions)|app)\//;

describe("一个请求绝不持有一条连接再要第二条（design: quality §2.3）", () => {
  it("事务里、收 tx 的函数里，没有另拿连接的调用", () => {
    const files = listFiles().filter((file) => places.test(file) && isSource(file)).map(readSource);
    expect(nestedConnections(files)).toEqual([]);
  });

  const client = parseSource("lib/data/client.ts", "export function db() {} export function pool() {} export function transaction(run) {} export function sqlTransaction(run) {}");
  const clock = parseSource("lib/services/clock.ts", 'import { db } from "@/lib/data/client";\nexport async function today(database = db()) { return database; }\nexport async function name() { return db(); }');
  const inService = (body: string): string[] =>
    nestedConnections([client, clock, parseSource("lib/services/a/a.ts", `import { db, transaction, sqlTransaction } from "@/lib/data/client";\nimport { name, today } from "../clock";\n${body}`)]);

  it.each([
    "export const a = () => transaction(async (tx) => today());",
    "export const a = () => transaction(async (tx) => { await name(); });",
    "export const a = () => sqlTransaction(async (client) => db());",
    "export async function a(tx) { return db(); }",
    "async function inner() { return name(); }\nexport const a = () => transaction(async (tx) => inner());",
    "export const a = () => transaction((tx) => transaction((inner) => inner));",
  ])("看得出 %s", (body) => expect(inService(body)).toHaveLength(1));

  it.each([
    "export const a = async () => { const on = await today(); return transaction(async (tx) => on); };",
    "export const a = () => transaction(async (tx) => today(tx));",
    "export async function a(tx) { return today(tx); }",
  ])("放过 %s", (body) => expect(inService(body)).toEqual([]));
});
