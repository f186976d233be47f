import "server-only";
import { sql } from "@/lib/data/client";
import { isMigrated } from "@/lib/data/operations";
import { pingDatabase } from "@/lib/data/ping";
import { jobsState } from "@/lib/services/jobs/start-jobs";

export type Readiness = Readonly<Record<"status" | "database" | "migrations" | "jobs", string>>;

/** 现在能不能给人办事：数据库答复、迁移应用过、定时任务在跑（或这个进程说好不跑）。只说好坏，不说里面的事。 */
export async function checkReadiness(): Promise<Readiness> {
  const database = (await pingDatabase()) ? "up" : "down";
  const migrated = database === "up" && (await isMigrated(sql(), process.env.LATEST_MIGRATION).catch(() => false));
  const jobs = jobsState();
  const ready = migrated && (jobs === "running" || jobs === "off");
  return { status: ready ? "ready" : "unavailable", database, migrations: migrated ? "applied" : "unknown", jobs };
}
