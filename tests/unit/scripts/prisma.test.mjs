import { describe, expect, it } from "vitest";
import { readConnectionSettings } from "../../../scripts/prisma/connection-settings.mjs";
import { listDangers } from "../../../scripts/prisma/data-loss.mjs";
import { readEngineArguments } from "../../../scripts/prisma/engine-arguments.mjs";

describe("代替 Prisma 引擎的程序：参数", () => {
  it("reads the dialogue and the one-shot commands of the CLI", () => {
    const dialogue = readEngineArguments(["--enabled-preview-features", "x", "--datamodels", "a.prisma", "-d", "b.prisma", "--datasource", '{"url":"u"}']);
    expect(dialogue).toEqual({ command: "serve", datamodels: ["a.prisma", "b.prisma"], datasource: { url: "u" } });
    expect(readEngineArguments(["--datasource", "{}", "cli", "can-connect-to-database"]).command).toBe("can-connect-to-database");
    expect(readEngineArguments(["--version"]).command).toBe("version");
  });
});

describe("代替 Prisma 引擎的程序：连接", () => {
  it("splits an address, decoding what was escaped", () => {
    const { schema, settings } = readConnectionSettings("postgresql://a%40b:p%2Fw@db.example:6000/my%20base?schema=other&sslmode=require");
    expect(schema).toBe("other");
    expect(settings).toMatchObject({ host: "db.example", port: 6000, user: "a@b", password: "p/w", database: "my base" });
    expect(settings.ssl).toEqual({ rejectUnauthorized: false });
  });
  it("takes defaults", () => {
    expect(readConnectionSettings("postgresql://a@h/d")).toMatchObject({ schema: "public", settings: { port: 5432, ssl: undefined } });
    expect(readConnectionSettings("postgresql://a@h/d?sslmode=verify-full").settings.ssl).toEqual({ rejectUnauthorized: true });
  });
});

describe("代替 Prisma 引擎的程序：会丢失数据的语句", () => {
  it("names the table whose rows are in danger", () => {
    const script = '-- AlterTable\nALTER TABLE "Case" DROP COLUMN "note",\nADD COLUMN "memo" TEXT;\n\n-- DropTable\nDROP TABLE "Old";\n';
    expect(listDangers(script).map(({ table, impossible }) => [table, impossible])).toEqual([
      ['"Case"', false],
      ['"Old"', false],
    ]);
  });
  it("tells what cannot be done to rows that exist", () => {
    const [danger] = listDangers('ALTER TABLE "Case" ADD COLUMN "memo" TEXT NOT NULL;');
    expect(danger).toMatchObject({ table: '"Case"', impossible: true });
    expect(listDangers('CREATE UNIQUE INDEX "i" ON "Case"("memo");')).toMatchObject([{ table: '"Case"', impossible: false }]);
  });
  it("lets harmless statements pass", () => {
    expect(listDangers('CREATE TABLE "A" (\n "id" TEXT NOT NULL\n);\nALTER TABLE "A" ADD COLUMN "b" TEXT NOT NULL DEFAULT \'\';')).toEqual([]);
  });
});
