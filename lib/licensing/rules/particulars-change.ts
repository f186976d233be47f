// 依据：《承装（修、试）电力设施许可证管理办法》登记事项变更；自市场监管变更登记之日起一个月内申请。
import { answersOf, textOf } from "@/lib/forms/answers";
import { daysBetween, isIsoDate } from "@/lib/workflow/iso-date";
import type { LicensingContext } from "../context";
import { afterKey, changedItemsText, CHANGES_SECTION, particularsChanges } from "../particulars-changes";
import { limits } from "../rule-sets/limits";
import { defineRule, judged } from "./finding";

/** 至少一项真的变了；逾期申请、换了姓名而没换号码的提示核对。 */
export const particularsChangeRule = defineRule("particularsChange", (context) => {
  const changes = particularsChanges(context);
  const real = judged({
    section: CHANGES_SECTION, field: afterKey("unitName"), label: "变更事项", need: "至少一项", present: changedItemsText(context) || "没有变更",
    met: Object.keys(changes).length > 0, message: "变更后与变更前完全相同，请至少修改一项",
  });
  const sameNumber = "legalRep" in changes && !("legalRepId" in changes);
  return [
    real,
    ...lateness(context),
    ...(sameNumber
      ? [judged({
          section: CHANGES_SECTION, field: afterKey("legalRepId"), label: "法定代表人证件号码", need: "与变更后的法定代表人一致", present: "与变更前相同", met: false,
          severity: "warning", message: "法定代表人变更了而证件号码没有变，请核对",
        })]
      : []),
  ];
});

function lateness({ answers, today }: LicensingContext) {
  const on = textOf(answersOf(answers, CHANGES_SECTION), "regChangedOn");
  if (!isIsoDate(on)) return [];
  const [days, limit] = [daysBetween(on, today), limits.registrationChangeDays.value];
  return [judged({
    section: CHANGES_SECTION, field: "regChangedOn", label: "市场监管变更登记以来", need: `${limit} 天内`, present: `${days} 天`, met: days <= limit, severity: "warning",
    message: `距市场监管变更登记已 ${days} 天，超过 ${limit} 天，可以提交，请在变更原因中说明`,
  })];
}
