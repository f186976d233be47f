import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { type JobQueue, startJobQueue } from "@/lib/data/job-queue";
import { logEvent, reportFault } from "@/lib/services/platform/report-fault";
import { recurringJobs } from "./recurring-jobs";

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 60_000;
const QUIET_MILLISECONDS = 60_000;
const signals = ["SIGINT", "SIGTERM"] as const;

/** 开发服务器会重新载入模块，进程却还是那一个：只开一次。 */
const holder = globalThis as unknown as { jobsStarted?: boolean; jobsState?: "running" | "stopping" };

/** 这个进程的定时任务：off 是说好不做。 */
export function jobsState(): "off" | "starting" | "running" | "stopping" {
  return process.env.JOBS === "off" ? "off" : (holder.jobsState ?? "starting");
}

/**
 * 每个服务进程开一次定时任务；JOBS=off 不开。数据库暂时连不上时过一阵再试，网页照常启动。
 * 收到结束信号即停，不拖住进程：没做完的那件随事务回滚，到期后重做。
 */
export function startJobs(): void {
  if (process.env.JOBS === "off" || holder.jobsStarted) return;
  holder.jobsStarted = true;
  const ending = new AbortController();
  const started = keepTrying(ending.signal);
  for (const signal of signals) process.once(signal, () => void end(signal, ending, started));
}

async function keepTrying(ending: AbortSignal): Promise<JobQueue | undefined> {
  const onFault = seldom(reportFault, ending);
  for (let wait = FIRST_WAIT; !ending.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      const queue = await startJobQueue(recurringJobs, { onFault });
      holder.jobsState = "running";
      logEvent("jobs.started", { jobs: recurringJobs.length });
      return queue;
    } catch (error) {
      onFault(error);
    }
    await pause(wait, undefined, { ref: false, signal: ending }).catch(() => undefined);
  }
  return undefined;
}

/** 数据库停着时每次轮询都出错：一分钟至多报一次，结束时不报。 */
function seldom(report: (error: unknown) => void, ending: AbortSignal): (error: unknown) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (ending.aborted || Date.now() - reportedAt < QUIET_MILLISECONDS) return;
    reportedAt = Date.now();
    report(error);
  };
}

async function end(signal: NodeJS.Signals, ending: AbortController, started: Promise<JobQueue | undefined>): Promise<void> {
  ending.abort();
  holder.jobsState = "stopping";
  const queue = await started;
  await queue?.stop().catch(() => undefined);
  // 别人没有接管这个信号时，照原样结束
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
