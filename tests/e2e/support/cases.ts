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

/** A fresh enterprise with a case in the wanted state, made by `npm run seed:case` on the system under test. */
export async function seedCase(name: string): Promise<SeededCase> {
  const env = { ...process.env, DATABASE_URL: "", DATA_DIR: process.env.E2E_DATA_DIR ?? path.join(root, ".data") };
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, "scripts/seed-case.mjs"), name, "--json"], { env });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as SeededCase;
}
