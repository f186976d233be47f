import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Failure } from "../platform/failure.mjs";
import { inData, inProject } from "../platform/locations.mjs";
import { startProgram } from "../platform/session.mjs";
import { typescriptArguments } from "../platform/typescript.mjs";

const seed = inProject("prisma/seed/demo.ts");
const mark = () => inData("demonstration-loaded");

/** Demonstration data belong to the embedded database, once; DEMO_DATA=1 asks for them elsewhere, DEMO_DATA=0 refuses them. */
function isWanted(database) {
  const wish = process.env.DEMO_DATA;
  if (wish) return wish === "1";
  return database.embedded && !existsSync(mark());
}

export async function loadDemonstration(session, database, env, announce = () => undefined) {
  if (!existsSync(seed) || !isWanted(database)) return;
  announce();
  const { exited } = startProgram(session, process.execPath, typescriptArguments(seed), { env, capture: true });
  const { code, output } = await exited;
  if (code !== 0) throw new Failure("演示数据载入失败", output.trim().split("\n").slice(-6).join(" ") || `exit code ${code}`);
  writeFileSync(mark(), `${database.embedded ? "embedded" : "external"}\n`);
}

/** The demonstration accounts to print, only where the data were loaded; a restored backup (scripts/restore.mjs) has its own. */
export function describeAccounts() {
  const file = inProject("prisma/seed/accounts.json");
  if (!existsSync(file) || !existsSync(mark()) || readFileSync(mark(), "utf8").startsWith("restored")) return [];
  const content = JSON.parse(readFileSync(file, "utf8"));
  const lines = content.accounts.map(({ account, role, name }) => `  ${account.padEnd(12)} ${role}  ${name}`);
  return [`演示帐号（密码均为 ${content.password}）：`, ...lines];
}
