import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { runPrisma } from "../prisma/prisma-command.mjs";
import { hashSources, readHash } from "./source-hash.mjs";

const mark = inProject("lib/generated/schema-hash");
const currentHash = () => hashSources(["prisma/schema", "package-lock.json"]);

/** Generates the Prisma client, which is not in git, when it is missing or older than the schema. */
export async function ensureDatabaseClient() {
  const hash = currentHash();
  if (existsSync(inProject("lib/generated/prisma/client.ts")) && readHash(mark) === hash) return;
  const { code, output } = await runPrisma(["generate"], { stdio: "pipe" });
  if (code !== 0) throw new Failure("无法生成数据库客户端", `prisma generate failed: ${output.trim()}`);
  mkdirSync(inProject("lib/generated"), { recursive: true });
  writeFileSync(mark, hash);
}
