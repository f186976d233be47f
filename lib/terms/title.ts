import type { OptionMap } from "./option-map";

/** Professional title levels (职称级别), highest first. */
export const titleLevels = {
  fullSenior: "正高级",
  viceSenior: "副高级",
  intermediate: "中级",
  juniorAssistant: "初级（助理级）",
  juniorClerk: "初级（员级）",
  none: "无",
} as const satisfies OptionMap;

export type TitleLevelCode = keyof typeof titleLevels;

/** Which title levels count when a condition asks for a grade. */
export const titleLevelGroups = {
  senior: ["fullSenior", "viceSenior"],
  intermediateOrAbove: ["fullSenior", "viceSenior", "intermediate"],
  juniorOrAbove: ["fullSenior", "viceSenior", "intermediate", "juniorAssistant", "juniorClerk"],
} as const satisfies Readonly<Record<string, readonly TitleLevelCode[]>>;

export type TitleLevelGroupCode = keyof typeof titleLevelGroups;

/** Words for the counting groups of title levels. */
export const titleLevelGroupWords = {
  senior: "高级",
  intermediateOrAbove: "中级以上",
  juniorOrAbove: "初级以上",
} as const satisfies Readonly<Record<TitleLevelGroupCode, string>> & OptionMap;

/** True when a title of this level counts for the group, e.g. 中级以上. */
export function titleCounts(level: TitleLevelCode, group: TitleLevelGroupCode): boolean {
  return (titleLevelGroups[group] as readonly TitleLevelCode[]).includes(level);
}

/** Power-related specialties of a title (职称专业); an open list, the reviewer judges 其他. */
export const powerSpecialties = {
  electricalEngineering: "电气工程",
  powerSystemAutomation: "电力系统及其自动化",
  highVoltageInsulation: "高电压与绝缘技术",
  transmissionDistribution: "输配电及用电工程",
  relayProtection: "继电保护",
  powerPlantSystem: "发电厂及电力系统",
  electricalMachines: "电机与电器",
  industrialAutomation: "工业电气自动化",
  powerEngineering: "电力工程",
  thermalPower: "热能与动力工程",
  hydropower: "水电工程",
  newEnergy: "新能源科学与工程",
  smartGrid: "智能电网信息工程",
  electromechanical: "机电工程",
  buildingElectrical: "建筑电气",
  electricalAutomation: "电气自动化",
  powerCommunication: "通信工程（电力通信）",
  safetyEngineering: "安全工程",
  other: "其他电力相关专业",
} as const satisfies OptionMap;
