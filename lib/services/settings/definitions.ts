import * as z from "zod";
import { defaultRuleSetId, isRuleSetId, type RuleSetId } from "@/lib/licensing/rule-sets";

/** 系统设置的全部键：模式与默认值。库里没有或不合模式时取默认值。 */
export const settings = {
  /** 条件标准：新提交的申请按哪一套核验（decisions 1）。 */
  ruleSetId: define(z.custom<RuleSetId>(isRuleSetId, "请选择一套条件标准"), defaultRuleSetId),
  /** 管理员已确认其暂定数字的条件标准。 */
  confirmedRuleSets: define(z.array(z.string()), []),
  /** 密码策略（decisions 26）。 */
  passwordProfile: define(z.enum(["djbh3", "asvs"]), "djbh3"),
  /** 许可证编号前两位已由管理员核实的派出机构代码；其余仍为暂定（decisions 3）。 */
  confirmedOffices: define(z.array(z.string()), []),
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValue<K extends SettingKey> = z.output<(typeof settings)[K]["schema"]>;

function define<S extends z.ZodType>(schema: S, initial: z.output<S>): { schema: S; initial: z.output<S> } {
  return { schema, initial };
}
