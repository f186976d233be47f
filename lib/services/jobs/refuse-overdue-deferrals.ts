import "server-only";
import type { Actor } from "@/lib/access/actor";
import { db, transaction } from "@/lib/data/client";
import { listLapsedFollowUps, lockLapsedFollowUp } from "@/lib/data/follow-ups";
import { failDeferral } from "@/lib/services/follow-ups/fail-deferral";
import { today } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import { requireSystem } from "./system-actor";

const BATCH = 50;

/**
 * 容缺材料过了期限没有补齐的，不予许可并记限制期（决定十二）。一件一个事务，几个进程同时做也每件只办一次；
 * 企业正在提交的跳过，当天到期的不动，已提交、等核对的不算逾期。
 */
export async function refuseOverdueDeferrals(actor: Actor): Promise<{ refused: number; failed: number }> {
  const system = requireSystem(actor);
  const now = await today();
  const outcome = { refused: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const ids = await listLapsedFollowUps(db(), "deferral", now, BATCH, after);
    for (const id of ids) {
      const refused = await transaction(async (tx) => {
        const record = await lockLapsedFollowUp(tx, id);
        return record?.state === "open" && record.dueOn < now ? failDeferral(tx, system, record) : false;
      }).catch(reportFault);
      if (refused === true) outcome.refused += 1;
      else if (refused !== false) outcome.failed += 1;
    }
    after = ids.at(-1);
    if (ids.length < BATCH) return outcome;
  }
}
