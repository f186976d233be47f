import "server-only";
import type { Actor, SystemActor } from "@/lib/access/actor";
import { db, type Db, transaction } from "@/lib/data/client";
import { endEngagements, sweepClaims } from "@/lib/data/engagements";
import { findPendingRenewal, listExpiredHolders, lockValidLicence } from "@/lib/data/licences";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { cancelConditions } from "@/lib/services/follow-ups/keep-conditions";
import { today } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import { requireSystem } from "./system-actor";

const BATCH = 50;

/**
 * 许可证届满、没有未决延续的：人员不再在册，电工登记释放（决定六），可以到别家入职；限期补足的任务不必再办。
 * 一家一个事务，锁住之后再看一遍；许可证仍查得到，为已过期。
 */
export async function freePeopleOfExpired(actor: Actor): Promise<{ freed: number; failed: number }> {
  const system = requireSystem(actor);
  const now = await today();
  const outcome = { freed: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const ids = await listExpiredHolders(db(), now, BATCH, after);
    for (const id of ids) {
      const freed = await transaction((tx) => free(tx, system, id, now)).catch(reportFault);
      if (freed === true) outcome.freed += 1;
      else if (freed !== false) outcome.failed += 1;
    }
    after = ids.at(-1);
    if (ids.length < BATCH) return outcome;
  }
}

async function free(tx: Db, system: SystemActor, enterpriseId: string, now: string): Promise<boolean> {
  const held = await lockValidLicence(tx, enterpriseId);
  const validTo = held?.versions[0]?.validTo;
  if (!held || validTo === undefined || validTo >= now || (await findPendingRenewal(tx, held.id))) return false;
  await endEngagements(tx, enterpriseId, now);
  await sweepClaims(tx, enterpriseId);
  await cancelConditions(tx, enterpriseId);
  await recordAudit(tx, { actor: system, action: "licence.expire", subject: "Licence", subjectId: held.id, detail: { number: held.number, validTo } });
  return true;
}
