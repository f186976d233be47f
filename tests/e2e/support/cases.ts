import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

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

interface Seeder {
  ask: (names: readonly string[]) => void;
  answers: AsyncIterableIterator<string>;
}

/** One `seed:case` for as long as this worker lives: starting it costs more than the cases it makes. It ends when its input does. */
function startSeeder(): Seeder {
  const env = { ...process.env, DATABASE_URL: "", DATA_DIR: process.env.E2E_DATA_DIR ?? path.join(root, ".data") };
  const child = spawn(process.execPath, [path.join(root, "scripts/seed-case.mjs"), "--follow", "--json"], { env, stdio: ["pipe", "pipe", "inherit"] });
  return { ask: (names) => child.stdin.write(`${names.join(" ")}\n`), answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

let seeder: Seeder | undefined;
let turn: Promise<unknown> = Promise.resolve();

async function made(names: readonly string[]): Promise<SeededCase[]> {
  const { ask, answers } = (seeder ??= startSeeder());
  ask(names);
  const cases: SeededCase[] = [];
  while (cases.length < names.length) {
    const { value, done } = await answers.next();
    if (done) throw new Error(`seed:case made ${cases.length} of ${names.join(", ")}`);
    if (value.startsWith("{\"account\"")) cases.push(JSON.parse(value) as SeededCase);
  }
  return cases;
}

/** Fresh enterprises, each with a case in the wanted state, made by `npm run seed:case` on the system under test. */
export async function seedCases<const Names extends readonly string[]>(...names: Names): Promise<{ [Index in keyof Names]: SeededCase }> {
  const own = turn.then(() => made(names));
  turn = own.catch(() => (seeder = undefined));
  return (await own) as { [Index in keyof Names]: SeededCase };
}

/** A fresh enterprise with a case in the wanted state. */
export async function seedCase(name: string): Promise<SeededCase> {
  const [made] = await seedCases(name);
  return made;
}
