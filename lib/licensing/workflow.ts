import type { ApplicationStateCode } from "@/lib/terms/states";
import type { EnterpriseRoleCode, StaffRoleCode, SystemRoleCode } from "@/lib/terms/roles";
import type { Transition } from "@/lib/workflow/transition";

export type LicensingAction =
  | "submit"
  | "discard"
  | "accept"
  | "returnForCorrection"
  | "rejectIntake"
  | "closeUnanswered"
  | "startReview"
  | "passReview"
  | "passSecondReview"
  | "sendBackToReview"
  | "sendBackToSecondReview"
  | "grant"
  | "refuse";

export type LicensingTransition = Transition<ApplicationStateCode, LicensingAction, StaffRoleCode | EnterpriseRoleCode | SystemRoleCode>;

/**
 * 许可案件的流程表。依据：行政许可法第三十二、三十四、三十七、三十八、四十二条；
 * 职责分离见 ADR（审查、复审、签发三人，受理不得签发）。
 */
export const licensingWorkflow: readonly LicensingTransition[] = [
  { action: "submit", label: "资料提交", from: ["draft"], to: "submitted", roles: ["owner", "submitter"], clock: "intake", notice: "submitted", tone: "primary" },
  { action: "submit", label: "重新提交", from: ["correction"], to: "submitted", roles: ["owner", "submitter"], clock: "resume", notice: "resubmitted", tone: "primary" },
  {
    action: "discard", label: "申请废弃", from: ["draft", "correction"], to: "discarded", roles: ["owner", "filler", "submitter"], clock: "stop", tone: "danger",
    confirm: "废弃后本次填写的内容不能再用，占用的人员随即释放。确定废弃吗？",
  },
  { action: "accept", label: "受理", from: ["submitted"], to: "accepted", roles: ["intake"], needs: ["noMustRemarks"], clock: "decision", notice: "accepted", tone: "primary" },
  { action: "returnForCorrection", label: "退回补正", from: ["submitted"], to: "correction", roles: ["intake"], needs: ["remarks"], clock: "pause", notice: "correction" },
  { action: "rejectIntake", label: "不予受理", from: ["submitted"], to: "notAccepted", roles: ["intake"], needs: ["reason", "article"], clock: "stop", notice: "notAccepted", tone: "danger" },
  { action: "closeUnanswered", label: "逾期未补正，不予受理", from: ["correction"], to: "notAccepted", roles: ["system"], needs: ["reason", "article"], clock: "stop", notice: "notAccepted" },
  { action: "startReview", label: "开始审查", from: ["accepted"], to: "underReview", roles: ["examiner"], notice: "underReview", tone: "primary" },
  { action: "passReview", label: "提出审查意见", from: ["underReview"], to: "secondReview", roles: ["examiner"], needs: ["opinion"], notBy: ["passSecondReview"], tone: "primary" },
  { action: "passSecondReview", label: "提出复审意见", from: ["secondReview"], to: "awaitingSignature", roles: ["secondReviewer"], needs: ["opinion"], notBy: ["passReview"], tone: "primary" },
  { action: "sendBackToReview", label: "退回审查", from: ["secondReview"], to: "underReview", roles: ["secondReviewer"], needs: ["reason"], notBy: ["passReview"] },
  { action: "sendBackToSecondReview", label: "退回复审", from: ["awaitingSignature"], to: "secondReview", roles: ["signer"], needs: ["reason"], notBy: ["accept", "passReview", "passSecondReview"] },
  {
    action: "grant", label: "准予许可", from: ["awaitingSignature"], to: "granted", roles: ["signer"], clock: "stop", notice: "granted", tone: "primary",
    notBy: ["accept", "passReview", "passSecondReview"], confirm: "签发后立即生成许可证编号和电子证照，不能撤回。确定准予许可吗？",
  },
  {
    action: "refuse", label: "不予许可", from: ["awaitingSignature"], to: "refused", roles: ["signer"], needs: ["reason", "article"], clock: "stop", notice: "refused", tone: "danger",
    notBy: ["accept", "passReview", "passSecondReview"],
  },
];

/** 企业还能改的状态。 */
export const editableStates: readonly ApplicationStateCode[] = ["draft", "correction"];

/** 现在由谁办：列表与时间线上的一个词。 */
export const responsibleRole: Partial<Record<ApplicationStateCode, StaffRoleCode | "enterprise">> = {
  draft: "enterprise",
  correction: "enterprise",
  submitted: "intake",
  accepted: "examiner",
  underReview: "examiner",
  secondReview: "secondReviewer",
  awaitingSignature: "signer",
};
