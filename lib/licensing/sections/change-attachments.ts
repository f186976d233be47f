import { defineSection, type Slot } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";
import { changedItems, changedItemsText } from "../particulars-changes";
import { material } from "../procedures/materials";

const slots: readonly Slot<LicensingContext>[] = [
  { key: "RC_FORM", label: "登记事项变更申请表", template: "registration-change-form", aliases: ["变更申请表", "申请表"] },
  { key: "RC_LIC", label: "变更后营业执照/法人证书", aliases: ["营业执照", "法人证书"] },
  material({ key: "RC_NOTICE", label: "准予变更登记通知书", replacedByCommitment: true, aliases: ["变更登记通知书", "准予变更"] }),
  { key: "RC_REP", label: "新法定代表人身份证明", visible: ({ context }) => changedItems(context).includes("legalRep"), aliases: ["法定代表人身份证", "身份证"] },
  { key: "OLD_LIC", label: "原许可证正、副本", required: false, help: "持有纸质许可证的上传", aliases: ["原许可证", "许可证"] },
];

/** 登记事项变更的末页：附件、不符项与【提交】。 */
export const changeAttachments = defineSection<LicensingContext>({
  key: "change-attachments",
  label: "申请附件及明细",
  layout: "check",
  groups: [],
  tables: [],
  slots,
  intro: (context) => {
    const text = changedItemsText(context);
    return text === "" ? undefined : `本次变更：${text}`;
  },
});
