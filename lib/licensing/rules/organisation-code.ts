// 依据：GB 32100-2015 统一社会信用代码第9至17位为组织机构代码（GB 11714），第17位是它的校验码。
import { warnUscc } from "@/lib/forms/identifiers";
import { BASIC_INFORMATION } from "../places";
import { defineRule, judged } from "./finding";

/** 市场监管以外的部门早先发的代码有不合算法的：不拒绝，提醒对照证书。 */
export const organisationCodeRule = defineRule("organisationCode", ({ enterprise: { uscc = "" } }) => {
  const doubt = warnUscc(uscc);
  if (!doubt) return [];
  const place = { section: BASIC_INFORMATION, field: "uscc", label: "统一社会信用代码第17位" };
  return [judged({ ...place, need: "与通常算法相符", present: uscc, met: false, severity: "warning", nature: "wrong", message: doubt.message })];
});
