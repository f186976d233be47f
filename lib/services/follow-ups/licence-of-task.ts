import { findApplicationLicence } from "@/lib/data/business-facts";
import type { Db } from "@/lib/data/client";
import type { FollowUpRecord } from "@/lib/data/follow-ups";

/** 任务针对的许可证；没有写明的，取申请所针对的那一件。 */
export async function licenceOfTask(tx: Db, { licenceId, caseId }: FollowUpRecord): Promise<string | null> {
  return licenceId ?? (await findApplicationLicence(tx, caseId))?.licenceId ?? null;
}
