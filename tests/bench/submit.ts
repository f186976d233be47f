import { randomUUID } from "node:crypto";
import pg from "pg";
import { db } from "@/lib/data/client";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { actorOf } from "@/prisma/seed/drive-case";
import { type Result, round, timed, timesOf } from "./measure";
import { type BenchApplication, prepareApplication, ROSTER } from "./prepare";

const [RUNS, WARM_UP] = [40, 10];
const LIMIT = 40;
const EVERY_FILE = 1000;

/** P7: submitting with the whole rule check, 60 people and every file they need; one transaction each. */
export async function benchSubmit(): Promise<Result[]> {
  const applications: BenchApplication[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) applications.push(await prepareApplication(60, EVERY_FILE));
  const floor = timesOf(await benchFloor(applications));
  const statements = countStatements();
  const times = await timed(RUNS, WARM_UP, async (run) => {
    const application = applications[run];
    if (!application) return;
    await submitApplication(actorOf(application.enterprise), { applicationId: application.applicationId, idempotencyKey: randomUUID(), truthPromise: true });
  });
  const each = statements.stop(RUNS + WARM_UP);
  const { p50, p95 } = timesOf(times);
  const files = await db().attachment.count({ where: { applicationId: applications[0]?.applicationId } });
  return [
    {
      id: "P7", what: `资料提交（60 人、${files} 份附件，全部规则）`, figure: `p95 ${p95} 毫秒，p50 ${p50} 毫秒；${each.transactions} 个事务、${each.statements} 条语句`,
      floor: `Prisma 事务读写一行 p95 ${floor.p95} 毫秒`, ratio: round(floor.p95 / p95, 2), target: `p95 ≤ ${LIMIT} 毫秒，一个事务`, reach: { value: p95, wanted: LIMIT, unit: "毫秒", least: false }, pass: p95 <= LIMIT && each.transactions === 1,
      detail: { p50, p95, floorP50: floor.p50, floorP95: floor.p95, runs: RUNS, files, ...each },
    },
  ];
}

/** A Prisma transaction that reads one tab and writes it back. */
function benchFloor(applications: readonly BenchApplication[]): Promise<number[]> {
  return timed(RUNS, WARM_UP, async (run) => {
    const where = { applicationId_sectionKey: { applicationId: applications[run]?.applicationId ?? "", sectionKey: ROSTER.section } };
    await db().$transaction(async (tx) => {
      const { data } = await tx.sectionAnswer.findUniqueOrThrow({ where });
      await tx.sectionAnswer.update({ where, data: { data: data ?? {} } });
    });
  });
}

/** Listens to everything sent to the database by this process; `stop` gives the averages. */
function countStatements(): { stop: (runs: number) => { statements: number; transactions: number } } {
  const prototype: { query: (...parameters: unknown[]) => unknown } = pg.Client.prototype;
  const { query } = prototype;
  const texts: string[] = [];
  prototype.query = function counted(...parameters: unknown[]) {
    const [first] = parameters;
    texts.push(typeof first === "string" ? first : String((first as { text?: unknown }).text));
    return query.apply(this, parameters);
  };
  return {
    stop: (runs) => {
      prototype.query = query;
      const begun = texts.filter((text) => /^BEGIN/i.test(text)).length;
      return { statements: round((texts.length - 2 * begun) / runs), transactions: round(begun / runs, 2) };
    },
  };
}
