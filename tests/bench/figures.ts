import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/access/actor";
import { pool } from "@/lib/data/client";
import { refreshTallies } from "@/lib/data/evaluation-tallies";
import { offices } from "@/lib/licensing/offices";
import { readFigures } from "@/lib/services/evaluation/figures/read-figures";
import { type Result, round, timed, timesOf } from "./measure";
import { ensureOffices } from "./offices";

const RATINGS = 1_000_000;
const MONTHS = 24;
const RUNS = 60;
/** The dashboard answers 95 of 100 in this time although ratings keep coming in. */
const LIMIT = 200;

/** A million ratings over two years and all offices, by the database itself; marks as the triggers would have set them. */
async function prepare(): Promise<void> {
  await ensureOffices();
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(`ALTER TABLE "Evaluation" DISABLE TRIGGER "mark_evaluation"`);
    await client.query(
      `INSERT INTO "Evaluation" ("id", "channel", "officeCode", "matter", "level", "options", "phoneHash", "phoneEncrypted", "createdAt")
       SELECT gen_random_uuid(), (ARRAY['todo','visit','matter'])[1 + n % 3], ($1::text[])[1 + n % $2], (ARRAY['new-licence','renewal','scope-change','personnel-change','counter'])[1 + n % 5],
         CASE WHEN n % 50 = 0 THEN 1 WHEN n % 31 = 0 THEN 2 ELSE 3 + n % 3 END, ARRAY['51' || n % 8, '40' || (6 + n % 4)], md5(n::text), 'x', now() - make_interval(secs => (${RATINGS} - n) * ${(MONTHS * 30 * 86_400) / RATINGS})
       FROM generate_series(1, ${RATINGS}) n`,
      [offices.map(({ code }) => code), offices.length],
    );
    await client.query(`INSERT INTO "EvaluationMark" ("month", "officeCode") SELECT DISTINCT "shanghai_month"("createdAt"), "officeCode" FROM "Evaluation"`);
    await client.query(`ALTER TABLE "Evaluation" ENABLE TRIGGER "mark_evaluation"`);
    await client.query(`ANALYZE "Evaluation"`);
  } finally {
    client.release();
  }
}

const seqScans = async (): Promise<number> => {
  const { rows } = await pool().query<{ scans: string }>(`SELECT pg_stat_force_next_flush(), COALESCE(seq_scan, 0)::text AS scans FROM pg_stat_user_tables WHERE relname = 'Evaluation'`);
  return Number(rows[0]?.scans ?? 0);
};

const staff = (role: StaffActor["roles"][number]): StaffActor => ({ kind: "staff", accountId: randomUUID(), sessionId: randomUUID(), name: "统计", officeCode: "NEEB", roles: [role] });

/** One more rating each time, so that every reading has a month to count again. */
const oneMore = (run: number) =>
  pool().query(
    `INSERT INTO "Evaluation" ("id", "channel", "officeCode", "matter", "level", "options", "phoneHash", "phoneEncrypted") VALUES ($1, 'visit', $2, 'counter', 5, '{510}', $3, 'x')`,
    [randomUUID(), offices[run % 4]?.code ?? "NEEB", randomUUID()],
  );

/** The dashboard over a million ratings: the office's own, and the administrator's of all offices; the floor counts the raw rows. */
export async function benchFigures(): Promise<Result[]> {
  await prepare();
  const began = performance.now();
  await refreshTallies();
  const whole = round((performance.now() - began) / 1000);
  const [officer, administrator] = [staff("evaluationOfficer"), staff("administrator")];
  const before = await seqScans();
  const times: Record<string, number[]> = {};
  for (const [name, actor, query] of [["本机构、今年", officer, {}], ["全部机构、三年", administrator, { period: "custom", from: "2024-01", to: "2026-12" }]] as const) {
    times[name] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await oneMore(run);
      times[name].push(...(await timed(1, 0, async () => void (await readFigures(actor, query)))));
    }
  }
  const scans = (await seqScans()) - before;
  const raw = await timed(3, 1, async () => void (await pool().query(`SELECT "officeCode", "level", count(*) FROM "Evaluation" WHERE "excludedAt" IS NULL GROUP BY 1, 2`)));
  return Object.entries(times).map(([name, measured]) => {
    const [{ p50, p95 }, floor] = [timesOf(measured), timesOf(raw)];
    return {
      id: "FIG", what: `好差评统计（一百万条，${name}）`, figure: `p95 ${p95} ms`, floor: `逐条数 ${floor.p50} ms`, ratio: round(floor.p50 / p95, 2), target: `≤ ${LIMIT} ms，不扫全表`, reach: { value: p95, wanted: LIMIT, unit: "毫秒", least: false }, pass: p95 <= LIMIT && scans === 0,
      detail: { p50, p95, floor: floor.p50, wholeRefreshSeconds: whole, sequentialScans: scans },
    };
  });
}
