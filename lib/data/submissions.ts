import "server-only";
import type { Db } from "./client";

/** 最近一次提交冻结的快照；没提交过为 undefined。 */
export async function findLastSnapshot(db: Db, applicationId: string): Promise<unknown> {
  const found = await db.submission.findFirst({ where: { applicationId }, orderBy: { round: "desc" }, select: { snapshot: true } });
  return found?.snapshot;
}
