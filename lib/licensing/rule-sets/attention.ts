import { likely, unknown } from "./figure";
import type { Figure } from "./types";

/** 只作提醒或核对用的数，不属于任何一部规则，出处见各条；它们从不单独导致不予许可。 */
export const attention = {
  /** 负责人的年龄。 */
  leadAgeFrom: unknown("none")(18, "表单核对用，没有找到来源"),
  leadAgeTo: unknown("none")(70, "表单核对用，没有找到来源"),
  /** 财务数据截止日期距今的月数。 */
  financeMonths: unknown("none")(18, "表单核对用，没有找到来源"),
  /** 出资比例合计允许的误差，百分点。 */
  shareholdingTolerance: likely("none")(0.01, "四舍五入的误差"),
} as const satisfies Readonly<Record<string, Figure<number>>>;
