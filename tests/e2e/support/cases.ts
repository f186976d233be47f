import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

export interface SeededCase {
  account: string;
  password: string;
  enterprise: string;
  uscc: string;
  applicationId: string;
  number: string;
  state: string;
  licenceNumber?: string;
}

const root = path.resolve(import.meta.dirname, "../../..");

/** Fresh enterprises, each with a case in the wanted state, made by one `npm run seed:case` on the system under test. */
export async function seedCases<const Names extends readonly string[]>(...names: Names): Promise<{ [Index in keyof Names]: SeededCase }> {
  const env = { ...process.env, DATABASE_URL: "", DATA_DIR: process.env.E2E_DATA_DIR ?? path.join(root, ".data") };
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, "scripts/seed-case.mjs"), ...names, "--json"], { env });
  const made = stdout.split("\n").filter((line) => line.startsWith("{\"account\"")).map((line) => JSON.parse(line) as SeededCase);
  if (made.length !== names.length) throw new Error(`seed:case made ${made.length} of ${names.join(", ")}`);
  return made as { [Index in keyof Names]: SeededCase };
}

/** A fresh enterprise with a case in the wanted state. */
export async function seedCase(name: string): Promise<SeededCase> {
  const [made] = await seedCases(name);
  return made;
}
