import { randomUUID } from "node:crypto";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { actorOf } from "@/prisma/seed/drive-case";
import { percentile, type Result, round, timed } from "./measure";
import { type BenchApplication, prepareApplication } from "./prepare";

const RUNS = 40;
const WARM_UP = 10;

/** P7: submitting with the whole rule check, 60 people and every file they need; one transaction each. */
export async function benchSubmit(): Promise<Result[]> {
  const applications: BenchApplication[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) applications.push(await prepareApplication(60, true));
  const times = await timed(RUNS, WARM_UP, async (run) => {
    const application = applications[run];
    if (!application) return;
    await submitApplication(actorOf(application.enterprise), { applicationId: application.applicationId, idempotencyKey: randomUUID(), truthPromise: true });
  });
  const [p50, p95] = [round(percentile(times, 0.5)), round(percentile(times, 0.95))];
  return [
    { id: "P7", what: "资料提交（60 人，全部规则）", figure: `p95 ${p95} 毫秒，p50 ${p50} 毫秒（服务时间）`, target: "p95 ≤ 40 毫秒", pass: p95 <= 40, detail: { p50, p95, runs: RUNS } },
  ];
}
