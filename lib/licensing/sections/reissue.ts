import { textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field, type Slot } from "@/lib/forms/definition";
import { licenceParts, reissueReasons, type ReissueReasonCode } from "@/lib/terms/licence-changes";
import type { LicensingContext } from "../context";
import { material } from "../procedures/materials";
import { lossStatementRule, REISSUE_SECTION } from "../rules/loss-statement";
import { licenceNumberField } from "./current-licence";
import { notInFuture } from "./dates";
import { promiseSlot } from "./promise";
import { submissionSlots, submitterWithIdentity } from "./submitter";

const kindIs = (...kinds: ReissueReasonCode[]): Condition<LicensingContext> => ({ section }) => (kinds as string[]).includes(textOf(section, "kind"));
const isLost = kindIs("lost");

/** 申请类别决定下面填什么、交什么。 */
const fields: readonly Field<LicensingContext>[] = [
  { key: "kind", label: "申请类别", kind: "select", options: reissueReasons, help: "选定后列出要填写的内容和要交的附件" },
  licenceNumberField("licenceNo", "许可证号"),
  { key: "lostOn", label: "遗失日期", kind: "date", required: false, visible: isLost, check: notInFuture },
  { key: "statementMedia", label: "遗失声明刊登媒体", kind: "text", maxLength: 100, visible: isLost },
  { key: "statementOn", label: "声明刊登日期", kind: "date", visible: isLost, notBefore: { key: "lostOn", label: "遗失日期" }, check: notInFuture },
  { key: "part", label: "补换证件", kind: "multiSelect", options: licenceParts, visible: kindIs("lost", "damaged", "exchange") },
  { key: "reason", label: "原因说明", kind: "longText", width: "full", minLength: 10, maxLength: 500 },
];

const slots: readonly Slot<LicensingContext>[] = [
  { key: "RI_FORM", label: "补（换）证申请表", template: "reissue-form", aliases: ["申请表"] },
  { key: "BIZ_LIC", label: "营业执照", aliases: ["营业执照"] },
  { key: "REP_ID", label: "法定代表人身份证明", aliases: ["身份证"] },
  material({ key: "RI_LOST", label: "遗失声明", visible: isLost, replacedByCommitment: true, help: "刊登页的扫描件或网页截图", aliases: ["遗失声明", "声明"] }),
  { key: "RI_OLD", label: "损毁的或要换的许可证原件", visible: kindIs("damaged", "exchange"), aliases: ["原件", "许可证"] },
  ...submissionSlots.filter(({ key }) => key === "SUB_AUTH"),
  promiseSlot,
];

/** 补（换）证只有一页：填写、附件、不符项与提交都在其中。 */
export const reissueSection = defineSection<LicensingContext>({
  key: REISSUE_SECTION,
  label: "补（换）证申请",
  layout: "check",
  gate: true,
  groups: [
    { title: "申请信息", fields },
    { title: "提交人", fields: submitterWithIdentity },
  ],
  tables: [],
  slots,
  rules: [lossStatementRule],
});
