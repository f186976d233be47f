import "server-only";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { discardStaleRuns } from "@/lib/data/imports";
import { deleteLeftovers, type Leftover } from "@/lib/data/jobs";
import { purgeRateLimits } from "@/lib/data/rate-limits";
import { KEPT_DAYS } from "@/lib/licensing/imports/limits";
import { reinspectQuarantined, removeOrphanedAttachments, sweepUnfinishedUploads } from "@/lib/services/attachments/tidy-uploads";
import { reportFault } from "@/lib/services/platform/report-fault";
import { requireSystem } from "./system-actor";

const BATCH = 2_000;

/** 各清理了几行；failed 是没做成的项数（已报告）。 */
export type Tidied = Record<Leftover | "reinspected" | "orphans" | "failed", number>;

/** 清理过期的计数、验证码、会话、断掉的上传，补查病毒扫描没有做成的附件，去掉无主的附件，放掉办结案件查重用的人，清除没有确认的导入；一项不成不耽误别的。 */
export async function keepHouse(actor: Actor): Promise<Tidied> {
  const system = requireSystem(actor);
  const tidied: Tidied = { verificationCodes: 0, sessions: 0, signInAttempts: 0, pendingUploads: 0, casePeople: 0, reinspected: 0, orphans: 0, failed: 0 };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      reportFault(error);
      tidied.failed += 1;
    }
  };
  await attempt(() => purgeRateLimits(db()));
  for (const what of ["verificationCodes", "sessions", "signInAttempts", "pendingUploads", "casePeople"] as const) {
    await attempt(async () => {
      tidied[what] = await deleteAll(what);
    });
  }
  await attempt(() => discardStaleRuns(db(), KEPT_DAYS));
  await attempt(sweepUnfinishedUploads);
  await attempt(async () => {
    tidied.reinspected = await reinspectQuarantined();
  });
  await attempt(async () => {
    tidied.orphans = await removeOrphanedAttachments(system);
  });
  return tidied;
}

/** 分批删，每批一条短语句，不长占锁。 */
async function deleteAll(what: Leftover): Promise<number> {
  for (let total = 0; ; ) {
    const count = await deleteLeftovers(db(), what, BATCH);
    total += count;
    if (count < BATCH) return total;
  }
}
