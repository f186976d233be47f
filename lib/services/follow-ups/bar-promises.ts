import type { StaffActor } from "@/lib/access/actor";
import type { Db } from "@/lib/data/client";
import { insertRestriction } from "@/lib/data/credit";
import type { FollowUpRecord } from "@/lib/data/follow-ups";
import { commitmentBarUntil } from "@/lib/licensing/follow-ups";

/** 承诺不属实：限制期内不适用告知承诺；整改的与撤销的长短不同（决定十三）。 */
export async function barPromises(tx: Db, { staff, record, today, outcome }: { staff: StaffActor; record: FollowUpRecord; today: string; outcome: "rectify" | "revoke" }): Promise<void> {
  await insertRestriction(tx, {
    enterpriseId: record.enterpriseId, caseId: record.caseId, kind: "commitment", fromOn: today, untilOn: commitmentBarUntil(today, outcome), createdById: staff.accountId,
    reason: `${record.number} 的告知承诺经核查不属实${outcome === "revoke" ? "，许可已撤销" : ""}`,
  });
}
