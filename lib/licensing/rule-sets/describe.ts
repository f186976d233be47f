import { titleLevelGroupWords } from "@/lib/terms/title";
import type { LevelRule, RuleSet } from "./types";

/** 全部电压等级, or 110千伏以下 (the number included). */
export function voltageText(level: LevelRule): string {
  const { value } = level.maxVoltageKv;
  return value === null ? "全部电压等级" : `${value}千伏及以下`;
}

/** The conditions of a level as sentences, for the 资料审核 page and the guide. */
export function levelConditions(ruleSet: RuleSet, level: LevelRule): readonly string[] {
  const intermediate = level.intermediateTechnicians.value;
  return [
    `许可范围：${voltageText(level)}电力设施`,
    `净资产不低于总资产的${ruleSet.netAssetsPercent.value}%`,
    `技术负责人、安全负责人从事相应类别管理工作${level.leadYears.value}年以上，具有电力相关专业${titleLevelGroupWords[level.leadTitle.value]}职称`,
    `电力相关技术人员不少于${level.technicians.value}人` + (intermediate > 0 ? `，其中中级以上职称不少于${intermediate}人` : ""),
    `电力相关专业技能人员不少于${level.skilledWorkers.value}人，其中高压电工不少于${level.highVoltageElectricians.value}人`,
    level.performanceRequired.value ? "按类别提供规定年限内的主要业绩" : "本级别不要求业绩",
  ];
}
