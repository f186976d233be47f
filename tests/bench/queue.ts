import { randomUUID } from "node:crypto";
import path from "node:path";
import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { claimCase } from "@/lib/services/review/claim-case";
import { typescriptArguments } from "@/scripts/platform/typescript.mjs";
import { cookieFor, startApp } from "./app";
import { freePort, startServer } from "./background";
import { call } from "./client";
import { compare, type Compared, comparedResult, type Result } from "./measure";
import { nextFloor } from "./next-floor";
import { ensureQueue, OFFICE, QUEUE_SIZE } from "./queue-data";

const conditions = `${QUEUE_SIZE.toLocaleString("en")} 件，16 个并发`;

async function reviewer(login = `bench-${OFFICE}-1`): Promise<StaffActor> {
  const account = await db().account.findUniqueOrThrow({ where: { login } });
  return { kind: "staff", accountId: account.id, sessionId: account.id, name: account.displayName, officeCode: OFFICE, roles: ["intake"] };
}

const resultOf = (id: string, what: string, least: number, floorName: string, compared: Compared): Result =>
  comparedResult(id, `${what}（${conditions}）`, least, floorName, compared, { applications: QUEUE_SIZE });

/** With the counts of six cuts, which the floor does not count at all, it must not cost more than one exact count would (HOUS: 40 %). */
const COUNTED = 0.6;

/** P5: twenty rows of the queue through the service, without and with the counts, beside bare Prisma reading twenty rows of one state. */
export async function benchQueue(): Promise<Result[]> {
  await ensureQueue();
  const { accountId } = await reviewer();
  const port = await freePort();
  const server = await startServer(port, "/ready", typescriptArguments(path.join(import.meta.dirname, "handlers.ts")), { cwd: process.cwd(), env: { ...process.env, NODE_ENV: "production", PORT: String(port) } });
  const read = (route: string) => async (): Promise<void> => void (await call(`${server.origin}/queue/${route}?${new URLSearchParams({ accountId, officeCode: OFFICE })}`));
  try {
    return [
      resultOf("P5", "工作列表 20 行", 1.5, "裸 http + Prisma", await compare({ floor: read("floor"), service: read("service") })),
      resultOf("P5", "工作列表 20 行，连六个视图的件数", COUNTED, "裸 http + Prisma", await compare({ floor: read("floor"), service: read("counted") })),
    ];
  } finally {
    await server.stop();
  }
}

/** P6: the whole page with sign-in, permissions, counts, filters and design, beside a bare Next page with one Prisma query. */
export async function benchQueuePage(dataFolder: string): Promise<Result[]> {
  await ensureQueue();
  const { accountId } = await reviewer();
  const cookie = await cookieFor(accountId, "staff");
  const floor = await nextFloor(dataFolder).start();
  const app = await startApp(path.join(dataFolder, "p6"), process.env.DATABASE_URL ?? "");
  const works = {
    floor: async () => void (await call(`${floor.origin}/queue`)),
    service: async () => void (await call(`${app.origin}/admin/queue/intake`, undefined, cookie)),
  };
  try {
    return [resultOf("P6", "工作列表整页", 1, "裸 Next + Prisma 页", await compare(works))];
  } finally {
    await Promise.all([floor.stop(), app.stop()]);
  }
}

const RACES = 1000;

/** Two reviewers claim the same case at once, a thousand times: one wins, the other is told who. */
export async function benchRaces(): Promise<Result[]> {
  await ensureQueue();
  const [first, second] = [await reviewer(), await reviewer(`bench-${OFFICE}-2`)];
  const cases = await db().case.findMany({ where: { officeCode: OFFICE, state: "submitted" }, take: RACES, select: { id: true } });
  await db().case.updateMany({ where: { id: { in: cases.map(({ id }) => id) } }, data: { holderId: null } });
  let fair = 0;
  for (let race = 0; race < RACES; race += 1) {
    const applicationId = cases[race % cases.length]?.id ?? randomUUID();
    if (race >= cases.length) await db().case.update({ where: { id: applicationId }, data: { holderId: null } });
    const outcomes = await Promise.allSettled([first, second].map((actor) => claimCase(actor, { applicationId })));
    const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
    const winner = [first, second][outcomes.findIndex(({ status }) => status === "fulfilled")];
    const told = lost[0] instanceof Refusal && winner !== undefined && lost[0].message.includes(`已由${winner.name}于`);
    if (lost.length === 1 && told) fair += 1;
  }
  return [{ id: "RACE", what: "两人同时领取一件", figure: `${fair} 次一人领到、另一人得知是谁`, floor: `${RACES} 次`, ratio: fair / RACES, target: "= 1", reach: { value: fair, wanted: RACES, unit: "次", least: true }, pass: fair === RACES, detail: { races: RACES, fair } }];
}
