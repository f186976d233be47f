import { levels2020, type Level2020Code } from "@/lib/terms/levels";
import type { TitleLevelGroupCode } from "@/lib/terms/title";
import { likely, unknown, verified } from "./figure";
import type { LevelRule, RuleSet } from "./types";

const guides = verified("scopes", "southGuide", "conditions1to5");

interface Row {
  maxVoltageKv: number | null;
  technicians: readonly [total: number, intermediate: number];
  skilled: readonly [total: number, highVoltage: number];
  lead: readonly [years: number, title: TitleLevelGroupCode];
  performance: boolean;
}

function level(code: Level2020Code, row: Row): LevelRule {
  return {
    code,
    word: levels2020[code],
    maxVoltageKv: guides(row.maxVoltageKv),
    technicians: guides(row.technicians[0]),
    intermediateTechnicians: guides(row.technicians[1]),
    skilledWorkers: guides(row.skilled[0]),
    highVoltageElectricians: guides(row.skilled[1]),
    leadYears: guides(row.lead[0]),
    leadTitle: guides(row.lead[1]),
    performanceRequired: guides(row.performance),
  };
}

/** Five levels. The same figures stand in three guides that quote the order. */
export const ndrc36of2020: RuleSet = {
  id: "NDRC-36-2020",
  title: "国家发展改革委令2020年第36号（五级）",
  effectiveFrom: "2020-10-11",
  effectiveTo: "2025-06-30",
  levels: [
    level("5", { maxVoltageKv: 10, technicians: [5, 0], skilled: [5, 3], lead: [3, "juniorOrAbove"], performance: false }),
    level("4", { maxVoltageKv: 35, technicians: [10, 0], skilled: [15, 8], lead: [3, "juniorOrAbove"], performance: false }),
    level("3", { maxVoltageKv: 110, technicians: [15, 5], skilled: [20, 10], lead: [5, "intermediateOrAbove"], performance: true }),
    level("2", { maxVoltageKv: 330, technicians: [30, 15], skilled: [30, 15], lead: [5, "intermediateOrAbove"], performance: true }),
    level("1", { maxVoltageKv: null, technicians: [50, 30], skilled: [60, 30], lead: [5, "senior"], performance: true }),
  ],
  netAssetsPercent: verified("southGuide", "conditions1to5", "conditions1to3", "levelFour")(15),
  firstApplicationLevels: likely("order36Mirror", "staffing")(["5", "4"], "由三级及以上须有业绩推得"),
  performance: [
    {
      category: "installation",
      period: { kind: "within", years: 5 },
      minimumProjects: unknown("none")(1, "现行承装业绩的数量没有找到，暂只提醒"),
      binding: false,
    },
    { category: "repair", period: { kind: "total", years: 2 }, minimumProjects: likely("manual", "upgrade")(1), binding: true },
    { category: "testing", period: { kind: "consecutive", years: 2 }, minimumProjects: likely("manual", "upgrade")(1), binding: true },
  ],
  validityYears: verified("renewalGuide", "renewalMaterial", "changeChapter")(6),
  staffCounting: "onceAgainstHighest",
};
