import type { OptionMap } from "./option-map";

/** Names of the system settings. */
export const settingNames = {
  ruleSetId: "条件标准",
  confirmedRuleSets: "已确认暂定数字的条件标准",
  passwordProfile: "密码策略",
  staffSecondFactor: "内网人员须用动态口令",
  confirmedOffices: "已核实编号的派出机构",
  badRatingDays: "差评办理的期限",
  satisfiedFrom: "满意率从哪一级算起",
} as const satisfies OptionMap;

/** Password policies an administrator can choose. */
export const passwordProfiles = {
  djbh3: "等级保护三级",
  asvs: "长度优先",
} as const satisfies OptionMap;
