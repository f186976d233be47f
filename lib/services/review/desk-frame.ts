import "server-only";
import type { Actor } from "@/lib/access/actor";
import { can, requireStaff } from "@/lib/access/can";
import { readFrame } from "@/lib/data/desk-frame";
import { assigneeStates, officerStates } from "@/lib/evaluation/bad-ratings/workflow";
import { footerWords } from "@/lib/services/settings/footer-lines";
import { settingIn } from "@/lib/services/settings/settings";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { CAP } from "./list-queue";
import { waitingStates } from "./queue-scope";

/** 内网各页的框上写的。 */
export interface DeskFrame {
  /** 等此人办的案件，数到上限为止；不办案的没有。 */
  waiting?: number;
  /** 等此人办的差评。 */
  badRatings: number;
  footer: string[];
}

/** 内网各页的框：等此人办的件数与页脚，一条语句。案件算本人承办的与未领取的；差评：管好差评的算上待分派、待回访与申诉，其余的只算自己承办的。 */
export async function getDeskFrame(actor: Actor): Promise<DeskFrame> {
  const staff = requireStaff(actor);
  const own = { officeCode: staff.officeCode };
  const [reviews, answers, dispatches] = [can(staff, "application.review", own), can(staff, "badRating.answer", own), can(staff, "badRating.dispatch", own)];
  const row = await readFrame({
    ...own, accountId: staff.accountId, caseStates: reviews ? waitingStates(staff.roles) : [], ownRatings: answers ? assigneeStates : [],
    officeRatings: answers && dispatches ? officerStates : [], cap: CAP,
  });
  return { ...(reviews ? { waiting: row.held + row.unclaimed } : {}), badRatings: row.badRatings, footer: footerWords(settingIn("ruleSetId", row.ruleSetId), shanghaiDate(row.now)) };
}
