import { randomUUID } from "node:crypto";
import { getBadRating } from "@/lib/services/evaluation/bad-ratings/get-bad-rating";
import { handleBadRating } from "@/lib/services/evaluation/bad-ratings/handle-bad-rating";
import { changeHandlingDays, getHandlingDays } from "@/lib/services/evaluation/bad-ratings/handling-days";
import { listBadRatings } from "@/lib/services/evaluation/bad-ratings/list-bad-ratings";
import { lookUpPhone } from "@/lib/services/evaluation/bad-ratings/look-up-phone";
import { findRatingAnswer } from "@/lib/services/evaluation/bad-ratings/rating-answer";
import { codesOf } from "@/lib/terms/option-map";
import { enterpriseRoles, staffRoles } from "@/lib/terms/roles";
import type { Expectation } from "./expectations";
import { seen } from "./seen";
import { newBadRating, staffNamed } from "./world";

const administrator = { staff: ["administrator"] as const };
const everyPost = { staff: codesOf(staffRoles) };
const days = { verify: "1", rectify: "5", complex: "15", callBack: "5", appeal: "5" };

/** 差评办理的服务各对谁开放。 */
export const badRatingExpectations: Readonly<Record<string, Expectation>> = {
  "evaluation/bad-ratings/get-bad-rating#getBadRating": { open: { staff: ["evaluationOfficer", "administrator"] }, record: newBadRating, call: getBadRating },
  "evaluation/bad-ratings/handle-bad-rating#handleBadRating": {
    open: { staff: ["evaluationOfficer"] }, record: newBadRating,
    call: (actor, badRatingId, world) => handleBadRating(actor, { badRatingId, action: "assign", revision: 1, idempotencyKey: randomUUID(), assigneeId: staffNamed(world, "examiner").accountId, text: "" }),
  },
  "evaluation/bad-ratings/handling-days#changeHandlingDays": { open: administrator, acrossOffices: true, call: async (actor, _id, world) => changeHandlingDays(actor, { version: await seen.days(staffNamed(world, "administrator")), days }) },
  "evaluation/bad-ratings/handling-days#getHandlingDays": { open: administrator, acrossOffices: true, call: (actor) => getHandlingDays(actor) },
  "evaluation/bad-ratings/list-bad-ratings#listBadRatings": { open: everyPost, call: (actor) => listBadRatings(actor, { cut: "dispatch" }) },
  "evaluation/bad-ratings/look-up-phone#lookUpPhone": { open: { staff: ["evaluationOfficer"] }, record: newBadRating, call: (actor, badRatingId) => lookUpPhone(actor, { badRatingId, reason: "回访" }) },
  // 没有的与别家的都只是没有答复，不是没有找到
  "evaluation/bad-ratings/rating-answer#findRatingAnswer": { open: { enterprise: codesOf(enterpriseRoles) }, call: (actor) => findRatingAnswer(actor, randomUUID()) },
};

/** 差评办理内部的几件：由上面的服务在判断之后调用。 */
export const badRatingInner: Readonly<Record<string, string>> = {
  "evaluation/bad-ratings/standing#requireHandler": "判断是不是内网的人",
  "evaluation/bad-ratings/standing#requireReadable": "判断看不看得到这一件",
  "evaluation/bad-ratings/standing#doerOn": "此人在这一件上的身份",
  "evaluation/bad-ratings/standing#mayLookUpPhone": "此刻能不能为回访查看电话",
};
