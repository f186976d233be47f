import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { type HolderNoticeRecord, markNoticesSeen } from "@/lib/data/holders";
import type { HolderNoticeView } from "@/lib/licensing/queue-views";
import { type HolderNoticeKind, holderNotices } from "@/lib/terms/queue";
import { authorisedStaff } from "./queue-scope";

/** 一次至多列这么多条；看过之后再列其余的。 */
export const MOST_NOTICES = 20;

/** 谁办的、交给了谁。 */
function wordsOf({ kind, byName, holderName }: HolderNoticeRecord): string {
  const word = holderNotices[kind as HolderNoticeKind] ?? kind;
  if (kind === ("assigned" satisfies HolderNoticeKind)) return `${byName}${word}`;
  return kind === ("takenOver" satisfies HolderNoticeKind) ? `${word.replace("被", `被${byName}`)}` : `${word.replace("被", `被${byName}`)}给${holderName}`;
}

/** 此人的案件没有经他手就换了人、或新指派给他的，还没有看过的。 */
export const noticeOf = (notice: HolderNoticeRecord): HolderNoticeView => ({
  id: notice.id, caseId: notice.caseId, number: notice.number, word: wordsOf(notice), reason: notice.reason, at: notice.at.toISOString(),
});

export const SeenInput = z.object({ ids: z.array(z.uuid()).min(1).max(MOST_NOTICES) });

/** 看过了，不再列。 */
export async function acknowledgeNotices(actor: Actor, { ids }: z.output<typeof SeenInput>): Promise<void> {
  const staff = authorisedStaff(actor);
  await markNoticesSeen(db(), staff.accountId, ids);
}
