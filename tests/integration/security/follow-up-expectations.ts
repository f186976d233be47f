import { decideRevocation } from "@/lib/services/follow-ups/decide-revocation";
import { getFollowUp } from "@/lib/services/follow-ups/get-follow-up";
import { countProposed, listFollowUps } from "@/lib/services/follow-ups/list-follow-ups";
import { recordConditions } from "@/lib/services/follow-ups/record-conditions";
import { recordDeferral } from "@/lib/services/follow-ups/record-deferral";
import { recordVerification } from "@/lib/services/follow-ups/record-verification";
import { reportRectification } from "@/lib/services/follow-ups/report-rectification";
import { supplyDeferral } from "@/lib/services/follow-ups/supply-deferral";
import type { EnterpriseRoleCode } from "@/lib/terms/roles";
import type { Expectation } from "./expectations";
import { newFollowUp, newProposal } from "./world";

const anyone: readonly EnterpriseRoleCode[] = ["owner", "filler", "submitter"];

/** 后续任务的服务对谁开放。 */
export const followUpExpectations: Readonly<Record<string, Expectation>> = {
  "follow-ups/decide-revocation#decideRevocation": {
    open: { staff: ["signer"] }, record: newProposal, call: (actor, followUpId) => decideRevocation(actor, { followUpId, revision: 1, action: "reject", note: "证据不足" }),
  },
  "follow-ups/get-follow-up#getFollowUp": { open: { enterprise: anyone, staff: ["intake", "examiner", "signer"] }, record: (world) => newFollowUp(world, "deferral"), call: getFollowUp },
  "follow-ups/list-follow-ups#listFollowUps": { open: { staff: ["intake", "examiner", "signer"] }, call: (actor) => listFollowUps(actor, { cut: "running" }) },
  "follow-ups/list-follow-ups#countProposed": { open: { staff: ["signer"] }, call: (actor) => countProposed(actor) },
  "follow-ups/record-conditions#recordConditions": {
    open: { staff: ["examiner"] }, record: (world) => newFollowUp(world, "conditions"), call: (actor, followUpId) => recordConditions(actor, { followUpId, revision: 1, verdict: "kept" }),
  },
  "follow-ups/record-deferral#recordDeferral": {
    open: { staff: ["intake", "examiner"] }, record: (world) => newFollowUp(world, "deferral", "supplied"), call: (actor, followUpId) => recordDeferral(actor, { followUpId, revision: 1, verdict: "met" }),
  },
  "follow-ups/record-verification#recordVerification": {
    open: { staff: ["examiner"] }, record: (world) => newFollowUp(world, "verification"), call: (actor, followUpId) => recordVerification(actor, { followUpId, revision: 1, verdict: "truthful" }),
  },
  "follow-ups/report-rectification#reportRectification": {
    open: { enterprise: ["owner", "submitter"] }, record: (world) => newFollowUp(world, "rectification"), call: (actor, followUpId) => reportRectification(actor, { followUpId, revision: 1, report: "已改" }),
  },
  "follow-ups/supply-deferral#supplyDeferral": {
    open: { enterprise: ["owner", "submitter"] }, record: (world) => newFollowUp(world, "deferral"), call: (actor, followUpId) => supplyDeferral(actor, { followUpId, revision: 1 }),
  },
};
