import path from "node:path";
import type { Row } from "@/lib/forms/answers";
import { rowsOf } from "@/lib/forms/answers";
import { typescriptArguments } from "@/scripts/platform/typescript.mjs";
import { freePort, startServer } from "./background";
import { call } from "./client";
import { compare, comparedResult, type Result } from "./measure";
import { type BenchApplication, prepareApplication, ROSTER } from "./prepare";

const WORKERS = 16;
const conditions = "16 个并发";
const floorName = "裸 http + Prisma";

/** P3 and P4: opening and saving a tab with 60 people, beside bare Prisma doing one row, in the same server. */
export async function benchTabs(): Promise<Result[]> {
  const applications: BenchApplication[] = [];
  for (let worker = 0; worker < WORKERS; worker += 1) applications.push(await prepareApplication(60));
  const port = await freePort();
  const handlers = path.join(import.meta.dirname, "handlers.ts");
  const server = await startServer(port, "/ready", typescriptArguments(handlers), { cwd: process.cwd(), env: { ...process.env, NODE_ENV: "production", PORT: String(port) } });
  try {
    return [await benchOpening(server.origin, applications), await benchSaving(server.origin, applications)];
  } finally {
    await server.stop();
  }
}

const parametersOf = ({ applicationId, enterprise }: BenchApplication): string =>
  new URLSearchParams({ applicationId, sectionKey: ROSTER.section, enterpriseId: enterprise.id, accountId: enterprise.accountId }).toString();

async function benchOpening(origin: string, applications: readonly BenchApplication[]): Promise<Result> {
  const open = (route: string) => {
    const urls = applications.map((application) => `${origin}/open/${route}?${parametersOf(application)}`);
    return async (worker: number) => void (await call(urls[worker] ?? ""));
  };
  return comparedResult("P3", `打开 60 人的页签（${conditions}）`, 1.5, floorName, await compare({ floor: open("floor"), service: open("service") }));
}

/**
 * Each worker owns one application and swaps the certificate number of all sixty between two values. The bodies are
 * written beforehand, but for the revision, so that the client costs both sides next to nothing.
 */
function saver(origin: string, application: BenchApplication) {
  const { applicationId, answers } = application;
  const first = rowsOf(answers[ROSTER.section] ?? {}, ROSTER.table);
  const sides = [first, first.map((row) => ({ ...row, certNo: `甲${String(row.certNo)}` }))] as const;
  const rest = (content: object): string => JSON.stringify({ applicationId, section: ROSTER.section, ...content }).slice(1);
  const patch = (from: readonly Row[], to: readonly Row[]) => ({ fields: [], rows: to.map((row, index) => ({ table: ROSTER.table, rowId: row.rowId, from: from[index] ?? null, to: row })) });
  const bodies = {
    floor: [rest({ data: { [ROSTER.table]: sides[1] } }), rest({ data: { [ROSTER.table]: sides[0] } })],
    service: [rest({ patch: patch(sides[0], sides[1]) }), rest({ patch: patch(sides[1], sides[0]) })],
  };
  const state = { revision: 1, side: 0 };
  return async (route: keyof typeof bodies): Promise<void> => {
    await call(`${origin}/save/${route}?${parametersOf(application)}`, `{"revision":${state.revision},${bodies[route][state.side] ?? ""}`);
    state.revision += 1;
    state.side = 1 - state.side;
  };
}

async function benchSaving(origin: string, applications: readonly BenchApplication[]): Promise<Result> {
  const savers = applications.map((application) => saver(origin, application));
  const save = (route: "floor" | "service") => async (worker: number) => savers[worker]?.(route);
  return comparedResult("P4", `保存 60 人全部改过的页签（${conditions}）`, 1.2, floorName, await compare({ floor: save("floor"), service: save("service") }));
}
