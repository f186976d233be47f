import * as z from "zod";
import { initialHandlingDays } from "@/lib/evaluation/bad-ratings/deadlines";
import { HandlingDays } from "@/lib/evaluation/bad-ratings/handling-days";
import { defaultRuleSetId, isRuleSetId, type RuleSetId } from "@/lib/licensing/rule-sets";

/** 系统设置的全部键：模式与默认值。库里没有或不合模式时取默认值。 */
export const settings = {
  /** 条件标准：新提交的申请按哪一套核验（decisions 1）。 */
  ruleSetId: define(z.custom<RuleSetId>(isRuleSetId, "请选择一套条件标准"), defaultRuleSetId),
  /** 管理员已确认其暂定数字的条件标准。 */
  confirmedRuleSets: define(z.array(z.string()), []),
  /** 密码策略（decisions 26）。 */
  passwordProfile: define(z.enum(["djbh3", "asvs"]), "djbh3"),
  /** 内网人员须用动态口令：没有设置的登录后先设置。 */
  staffSecondFactor: define(z.boolean(), false),
  /** 许可证编号前两位已由管理员核实的派出机构代码；其余仍为暂定（decisions 3）。 */
  confirmedOffices: define(z.array(z.string()), []),
  /** 差评办理各环节的期限，工作日。 */
  badRatingDays: define(HandlingDays, initialHandlingDays),
  /** 满意率从哪一级算起：4 满意及以上，3 基本满意及以上。 */
  satisfiedFrom: define(z.literal([4, 3]), 4),
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValue<K extends SettingKey> = z.output<(typeof settings)[K]["schema"]>;

function define<S extends z.ZodType>(schema: S, initial: z.output<S>): { schema: S; initial: z.output<S> } {
  return { schema, initial };
}
