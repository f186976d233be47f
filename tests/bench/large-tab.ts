import { db } from "@/lib/data/client";
import type { Row } from "@/lib/forms/answers";
import { rowsOf } from "@/lib/forms/answers";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection, SaveSectionInput } from "@/lib/services/applications/save-section";
import { actorOf } from "@/prisma/seed/drive-case";
import { type Result, round, timed, timesOf } from "./measure";
import { type BenchApplication, prepareApplication, ROSTER } from "./prepare";

const PEOPLE = 1000;
const LIMIT = 60;
const [RUNS, WARM_UP] = [40, 10];

/** P4, second half: a tab with a thousand people, from the parsed request to the answer; one client. */
export async function benchLargeTab(): Promise<Result[]> {
  const application = await prepareApplication(PEOPLE);
  const floor = timesOf(await benchFloor(application));
  const results: Result[] = [];
  for (const changed of [60, PEOPLE]) {
    const { p50, p95 } = timesOf(await benchSaving(application, changed));
    results.push({
      id: "P4", what: `${PEOPLE} 人的页签改 ${changed} 人`, figure: `p50 ${p50} 毫秒，p95 ${p95} 毫秒`, floor: `Prisma 事务读写整行 p50 ${floor.p50} 毫秒`,
      ratio: round(floor.p50 / p50, 2), target: `p50 ≤ ${LIMIT} 毫秒`, reach: { value: p50, wanted: LIMIT, unit: "毫秒", least: false }, pass: p50 <= LIMIT, detail: { people: PEOPLE, changed, p50, p95, floorP50: floor.p50, floorP95: floor.p95 },
    });
  }
  return results;
}

const stored = (answers: BenchApplication["answers"]): Row[] => rowsOf(answers[ROSTER.section] ?? {}, ROSTER.table);

async function benchSaving({ enterprise, applicationId }: BenchApplication, changed: number): Promise<number[]> {
  const { context } = await getApplication(actorOf(enterprise), applicationId);
  let rows = stored(context.answers);
  return timed(RUNS, WARM_UP, async (run) => {
    const part = rows.slice(0, changed);
    const patch = { fields: [], rows: part.map((row) => ({ table: ROSTER.table, rowId: row.rowId, from: row, to: { ...row, certNo: `T${run}${row.rowId}` } })) };
    const outcome = await saveSection(actorOf(enterprise), SaveSectionInput.parse({ applicationId, section: ROSTER.section, revision: 0, patch }));
    if (outcome.conflicts.length + outcome.refused.length > 0) throw new Error("the benchmark's change was not taken");
    rows = rowsOf(outcome.answers, ROSTER.table);
  });
}

/** The whole row read and written by a Prisma transaction, then put back. */
async function benchFloor({ applicationId, answers }: BenchApplication): Promise<number[]> {
  const where = { applicationId_sectionKey: { applicationId, sectionKey: ROSTER.section } };
  const write = (data: object): Promise<unknown> =>
    db().$transaction(async (tx) => {
      await tx.sectionAnswer.findUniqueOrThrow({ where });
      return tx.sectionAnswer.update({ where, data: { data, revision: { increment: 1 } } });
    });
  const times = await timed(RUNS, WARM_UP, async (run) => void (await write({ [ROSTER.table]: stored(answers).map((row) => ({ ...row, certNo: `T${run}` })) })));
  await write({ [ROSTER.table]: stored(answers) });
  return times;
}
