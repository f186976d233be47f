import type { ProcedureCode } from "@/lib/terms/application";
import type { DocumentKind } from "@/lib/terms/documents";
import type { ExtensionState } from "@/lib/terms/extension";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { EnterpriseRoleCode, StaffRoleCode, SystemRoleCode } from "@/lib/terms/roles";
import type { Transition } from "@/lib/workflow/transition";
import { isByCommitment } from "./procedures/materials";

export type LicensingAction =
  | "submit"
  | "discard"
  | "terminate"
  | "accept"
  | "acceptConditionally"
  | "returnForCorrection"
  | "rejectIntake"
  | "closeUnanswered"
  | "acceptTacitly"
  | "refuseDeferral"
  | "startReview"
  | "passReview"
  | "passSecondReview"
  | "sendBackToReview"
  | "sendBackToSecondReview"
  | "requestExtension"
  | "approveExtension"
  | "declineExtension"
  | "grant"
  | "refuse";

export interface LicensingTransition extends Transition<ApplicationStateCode, LicensingAction, StaffRoleCode | EnterpriseRoleCode | SystemRoleCode, ApplicationStateCode | "same"> {
  /** 办理后出具的文书；准予的业务另有文书的（注销）见业务声明。 */
  document?: DocumentKind;
}

/** 办理路径：full 审查、复审、签发；short 审查后直接签发（登记事项变更、补换证、注销、人员变更，以及承诺制与自贸区，决定十三）。 */
export type ReviewPath = "full" | "short";

/** 一件案件在流程表里的标记：办理路径与办理方式。 */
export const tagsOf = (path: ReviewPath, procedure: ProcedureCode): readonly string[] => [isByCommitment(procedure) ? "short" : path, procedure];

/** 延长期限在流程表里的标记：批准过的不能再延，申请了的等签发岗决定，其余可以申请。 */
export const extensionTags = (extension: string | null | undefined): readonly string[] => {
  if (extension === ("requested" satisfies ExtensionState)) return EXTENSION_ASKED;
  return extension === ("approved" satisfies ExtensionState) ? [] : EXTENDABLE;
};

const EXTENDABLE: readonly string[] = ["extendable"];
const EXTENSION_ASKED: readonly string[] = ["extensionAsked"];
const FULL: readonly ReviewPath[] = ["full"];
const SHORT: readonly ReviewPath[] = ["short"];
const CONDITIONAL: readonly ProcedureCode[] = ["conditionalAcceptance"];

/** 做过其中任一环节的人不得签发（决定十八）。 */
const BEFORE_SIGNING: readonly LicensingAction[] = ["accept", "acceptConditionally", "passReview", "passSecondReview"];

/** 受理之后、作出决定之前：办结期限在走。 */
const running: readonly ApplicationStateCode[] = ["accepted", "underReview", "secondReview", "awaitingSignature"];

/** 提交之后、作出决定之前。 */
const undecided: readonly ApplicationStateCode[] = ["submitted", "correction", ...running];

/**
 * 许可案件的流程表。依据：行政许可法第三十二、三十四、三十七、三十八、四十二条；
 * 职责分离见 ADR（审查、复审、签发三人，受理不得签发）；终止见决定十五；容缺受理见决定十二。
 * 延长期限由承办的审查或复审岗申请、签发岗（机关负责人）批准，至多延长一次，不改案件的状态。
 */
export const licensingWorkflow: readonly LicensingTransition[] = [
  { action: "submit", label: "资料提交", from: ["draft"], to: "submitted", roles: ["owner", "submitter"], clock: "intake", notice: "submitted", document: "receipt", tone: "primary" },
  { action: "submit", label: "重新提交", from: ["correction"], to: "submitted", roles: ["owner", "submitter"], clock: "resume", notice: "resubmitted", document: "receipt", tone: "primary" },
  {
    action: "discard", label: "申请废弃", from: ["draft", "correction"], to: "discarded", roles: ["owner", "filler", "submitter"], clock: "stop", tone: "danger",
    confirm: "废弃后本次填写的内容不能再用，占用的人员随即释放。确定废弃吗？",
  },
  {
    action: "terminate", label: "终止申请", from: undecided, to: "terminated", roles: ["owner", "submitter"], needs: ["reason"], clock: "stop", notice: "terminated", document: "termination", tone: "danger",
    confirm: "终止后本次办理流程结束，不能恢复；以后可以重新申请。确定终止吗？",
  },
  {
    action: "acceptConditionally", label: "容缺受理", from: ["submitted"], to: "accepted", roles: ["intake"], needs: ["noMustRemarks"], clock: "decision",
    notice: "conditionallyAccepted", document: "conditionalAcceptance", tone: "primary", only: CONDITIONAL,
  },
  { action: "accept", label: "受理", from: ["submitted"], to: "accepted", roles: ["intake"], needs: ["noMustRemarks"], clock: "decision", notice: "accepted", document: "acceptance", tone: "primary" },
  { action: "acceptTacitly", label: "逾期未答复，视为受理", from: ["submitted"], to: "accepted", roles: ["system"], clock: "decision", notice: "accepted", document: "acceptance" },
  { action: "returnForCorrection", label: "退回补正", from: ["submitted"], to: "correction", roles: ["intake"], needs: ["remarks"], clock: "pause", notice: "correction", document: "correction" },
  { action: "rejectIntake", label: "不予受理", from: ["submitted"], to: "notAccepted", roles: ["intake"], needs: ["reason", "article"], clock: "stop", notice: "notAccepted", document: "nonAcceptance", tone: "danger" },
  { action: "closeUnanswered", label: "逾期未补正，不予受理", from: ["correction"], to: "notAccepted", roles: ["system"], needs: ["reason", "article"], clock: "stop", notice: "notAccepted", document: "nonAcceptance" },
  {
    action: "refuseDeferral", label: "逾期未补齐容缺材料，不予许可", from: running, to: "refused", roles: ["system"],
    needs: ["reason", "article"], clock: "stop", notice: "refused", document: "refusal", only: CONDITIONAL,
  },
  { action: "startReview", label: "开始审查", from: ["accepted"], to: "underReview", roles: ["examiner"], notice: "underReview", tone: "primary" },
  { action: "passReview", label: "提出审查意见", from: ["underReview"], to: "secondReview", roles: ["examiner"], needs: ["opinion"], notBy: ["passSecondReview"], tone: "primary", only: FULL },
  { action: "passReview", label: "提出审查意见", from: ["underReview"], to: "awaitingSignature", roles: ["examiner"], needs: ["opinion"], notBy: ["passSecondReview"], tone: "primary", only: SHORT },
  { action: "passSecondReview", label: "提出复审意见", from: ["secondReview"], to: "awaitingSignature", roles: ["secondReviewer"], needs: ["opinion"], notBy: ["passReview"], tone: "primary" },
  { action: "sendBackToReview", label: "退回审查", from: ["secondReview"], to: "underReview", roles: ["secondReviewer"], needs: ["reason"], notBy: ["passReview"] },
  { action: "sendBackToSecondReview", label: "退回复审", from: ["awaitingSignature"], to: "secondReview", roles: ["signer"], needs: ["reason"], notBy: BEFORE_SIGNING, only: FULL },
  { action: "sendBackToReview", label: "退回审查", from: ["awaitingSignature"], to: "underReview", roles: ["signer"], needs: ["reason"], notBy: BEFORE_SIGNING, only: SHORT },
  {
    action: "grant", label: "准予许可", from: ["awaitingSignature"], to: "granted", roles: ["signer"], clock: "stop", notice: "granted", document: "grant", tone: "primary",
    notBy: BEFORE_SIGNING, confirm: "签发后立即生效，不能撤回。确定准予许可吗？",
  },
  {
    action: "refuse", label: "不予许可", from: ["awaitingSignature"], to: "refused", roles: ["signer"], needs: ["reason", "article"], clock: "stop", notice: "refused", document: "refusal", tone: "danger",
    notBy: BEFORE_SIGNING,
  },
  { action: "requestExtension", label: "申请延长期限", from: ["accepted", "underReview"], to: "same", roles: ["examiner"], needs: ["reason"], only: EXTENDABLE },
  { action: "requestExtension", label: "申请延长期限", from: ["secondReview"], to: "same", roles: ["secondReviewer"], needs: ["reason"], only: EXTENDABLE },
  {
    action: "approveExtension", label: "批准延长期限", from: running, to: "same", roles: ["signer"], clock: "extend", notice: "extended", document: "extension",
    notBy: ["requestExtension"], only: EXTENSION_ASKED, aside: true,
  },
  {
    action: "declineExtension", label: "不批准延长", from: running, to: "same", roles: ["signer"], needs: ["reason"], notBy: ["requestExtension"], only: EXTENSION_ASKED, aside: true,
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
