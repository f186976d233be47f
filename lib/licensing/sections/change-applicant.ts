import { defineSection } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";
import { licenceNumberField, originalItemsField, originalNatureField } from "./current-licence";
import { promiseSlot } from "./promise";
import { registered } from "./registered";
import { submissionSlots, submitterWithIdentity } from "./submitter";

/** 登记事项变更的第一个页签：申请信息全部由系统带入，只填谁来提交。 */
export const changeApplicant = defineSection<LicensingContext>({
  key: "change-applicant",
  label: "基本情况",
  layout: "form",
  groups: [
    {
      title: "申请信息",
      note: "以下由系统带入，不能修改。",
      fields: [
        registered("unitName"), registered("uscc", { label: "法人执照（证书）编号" }), originalNatureField, licenceNumberField("oldLicenceNo", "原许可证号"),
        originalItemsField, registered("mailingAddress", { width: undefined }), registered("postalCode"),
      ],
    },
    { title: "提交人", fields: submitterWithIdentity },
  ],
  tables: [],
  slots: [...submissionSlots, promiseSlot],
});
