import "server-only";
import { sql } from "@/lib/data/client";
import { type Backlog, findBacklog, listJobAges, poolFigures } from "@/lib/data/operations";
import { jobsState } from "@/lib/services/jobs/start-jobs";
import { counters, DURATION_BUCKETS } from "./counters";
import { metric, type Sample } from "./metrics-text";
import { takeLoopDelay } from "./watch-process";

const CAP = 10_000;

const one = (value: number): Sample[] => [{ value }];
const named = (label: string, figures: Readonly<Record<string, number>>): Sample[] => Object.entries(figures).map(([name, value]) => ({ labels: { [label]: name }, value }));

function processMetrics(): string[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const delay = takeLoopDelay();
  return [
    metric("portal_process_uptime_seconds", "gauge", "Seconds since this server process started", one(process.uptime())),
    metric("portal_process_memory_bytes", "gauge", "Memory of this process", named("kind", { rss, heap: heapUsed, external })),
    metric("portal_process_cpu_seconds_total", "counter", "CPU time of this process", named("kind", { user: user / 1e6, system: system / 1e6 })),
    metric("portal_event_loop_delay_seconds", "gauge", "Event loop delay since the last scrape", delay ? named("quantile", { "0.5": delay.p50, "0.99": delay.p99, "1": delay.max }) : []),
    metric("portal_faults_total", "counter", "Unexpected errors, each with a number shown to the person", one(counters().faults)),
    metric("portal_jobs_running", "gauge", "1 when this process runs the recurring jobs", one(jobsState() === "running" ? 1 : 0)),
  ];
}

function requestMetrics(): string[] {
  const routes = [...counters().routes];
  const requests = routes.flatMap(([group, { byStatus }]) => [...byStatus].map(([status, value]) => ({ labels: { group, status }, value })));
  const durations = routes.flatMap(([group, { buckets, seconds, count }]): Sample[] => [
    ...DURATION_BUCKETS.map((limit, index) => ({ suffix: "_bucket", labels: { group, le: String(limit) }, value: buckets[index] ?? 0 })),
    { suffix: "_bucket", labels: { group, le: "+Inf" }, value: count }, { suffix: "_sum", labels: { group }, value: seconds }, { suffix: "_count", labels: { group }, value: count },
  ]);
  return [
    metric("portal_http_requests_total", "counter", "Answered requests by kind of address and status", requests),
    metric("portal_http_request_duration_seconds", "histogram", "Time from request to the end of the answer", durations),
  ];
}

function backlogMetrics(backlog: Backlog): string[] {
  const { outboxPending, outboxFailed, outboxOldest, auditUnsealed, auditOldest } = backlog;
  return [
    metric("portal_outbox_messages", "gauge", `Messages not delivered, counted up to ${CAP}`, named("state", { pending: outboxPending, failed: outboxFailed })),
    metric("portal_outbox_oldest_seconds", "gauge", "Age of the oldest message that waits", one(outboxOldest)),
    metric("portal_audit_unsealed", "gauge", `Audit entries not yet in the chain, counted up to ${CAP}`, one(auditUnsealed)),
    metric("portal_audit_unsealed_oldest_seconds", "gauge", "Age of the oldest audit entry not yet in the chain", one(auditOldest)),
  ];
}

/** 数据库停着也要答得出：那时只有进程自己的数，portal_database_up 为 0。 */
async function databaseMetrics(): Promise<string[]> {
  const { limit, ...pool } = poolFigures();
  const own = [metric("portal_pool_connections", "gauge", "Database connections of this process", named("state", pool)), metric("portal_pool_limit", "gauge", "Most connections this process takes", one(limit))];
  const up = (value: number): string => metric("portal_database_up", "gauge", "1 when the database answers", one(value));
  try {
    const [backlog, jobs] = [await findBacklog(sql(), CAP), await listJobAges(sql())];
    const ages = jobs.map(({ name, seconds }) => ({ labels: { job: name }, value: seconds }));
    return [...own, up(1), ...backlogMetrics(backlog), metric("portal_job_last_success_seconds", "gauge", "Seconds since a recurring job last succeeded on any server", ages)];
  } catch {
    return [...own, up(0)];
  }
}

/** 这个进程的指标，Prometheus 的文本格式；没有任何人的信息，也没有地址里的编号。 */
export async function readMetrics(): Promise<string> {
  return [...processMetrics(), ...requestMetrics(), ...(await databaseMetrics())].filter(Boolean).join("");
}
