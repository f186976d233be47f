import { levels2025 } from "@/lib/terms/levels";
import { likely, unknown, verified } from "./figure";
import type { RuleSet } from "./types";

const unchanged = likely("staffing2025", "guide2025");
const single = likely("staffing2025");
const voltage = verified("levels2025", "guide2025");
const provisional = unknown("none");
const LIKE_OLD_2 = "人员数没有找到，暂用原二级";
const LIKE_OLD_3 = "由原三级换算而来，暂用原三级";
const LIKE_OLD_5 = "由原五级换算而来，暂用原五级";

/** Three levels and the two restricted variants that conversion leaves behind. The staffing of 二级 is not known. */
export const ndrc30of2025: RuleSet = {
  id: "NDRC-30-2025",
  title: "国家发展改革委令2025年第30号修订（三级）",
  effectiveFrom: "2025-07-01",
  levels: [
    {
      code: "3-10",
      word: levels2025["3-10"],
      maxVoltageKv: likely("procurement2026", "conversion2025")(10),
      technicians: provisional(5, LIKE_OLD_5),
      intermediateTechnicians: provisional(0, LIKE_OLD_5),
      skilledWorkers: provisional(5, LIKE_OLD_5),
      highVoltageElectricians: provisional(3, LIKE_OLD_5),
      leadYears: provisional(3, LIKE_OLD_5),
      leadTitle: provisional("juniorOrAbove", LIKE_OLD_5),
      performanceRequired: provisional(false, LIKE_OLD_5),
      onlyByConversion: true,
    },
    {
      code: "3",
      word: levels2025["3"],
      maxVoltageKv: voltage(35),
      technicians: single(5),
      intermediateTechnicians: single(0),
      skilledWorkers: single(10),
      highVoltageElectricians: single(5),
      leadYears: single(3),
      leadTitle: single("juniorOrAbove"),
      performanceRequired: single(false),
    },
    {
      code: "2-110",
      word: levels2025["2-110"],
      maxVoltageKv: likely("conversion2025")(110),
      technicians: provisional(15, LIKE_OLD_3),
      intermediateTechnicians: provisional(5, LIKE_OLD_3),
      skilledWorkers: provisional(20, LIKE_OLD_3),
      highVoltageElectricians: provisional(10, LIKE_OLD_3),
      leadYears: provisional(5, LIKE_OLD_3),
      leadTitle: provisional("intermediateOrAbove", LIKE_OLD_3),
      performanceRequired: provisional(true, LIKE_OLD_3),
      onlyByConversion: true,
    },
    {
      code: "2",
      word: levels2025["2"],
      maxVoltageKv: voltage(330),
      technicians: provisional(30, LIKE_OLD_2),
      intermediateTechnicians: provisional(15, LIKE_OLD_2),
      skilledWorkers: provisional(30, LIKE_OLD_2),
      highVoltageElectricians: provisional(15, LIKE_OLD_2),
      leadYears: provisional(5, LIKE_OLD_2),
      leadTitle: provisional("intermediateOrAbove", LIKE_OLD_2),
      performanceRequired: provisional(true, LIKE_OLD_2),
    },
    {
      code: "1",
      word: levels2025["1"],
      maxVoltageKv: voltage(null),
      technicians: unchanged(50),
      intermediateTechnicians: unchanged(30),
      skilledWorkers: unchanged(60),
      highVoltageElectricians: unchanged(30),
      leadYears: unchanged(5),
      leadTitle: unchanged("senior"),
      performanceRequired: unchanged(true),
    },
  ],
  netAssetsPercent: likely("netAssets2025", "southGuide")(15),
  firstApplicationLevels: likely("answers2025", "order36Mirror")(["3"], "由原首次申请的四级、五级换算"),
  performance: [
    { category: "installation", period: { kind: "within", years: 5 }, minimumProjects: unknown("none")(1, "2025年业绩附件没有读到，暂只提醒"), binding: false },
    {
      category: "repair",
      period: { kind: "total", years: 2 },
      minimumProjects: likely("corporatePlan")(2),
      kindGroups: likely("corporatePlan")([["substation", "distribution"], ["overheadLine", "cableLine"]]),
      binding: true,
    },
    {
      category: "testing",
      period: { kind: "consecutive", years: 2 },
      minimumProjects: likely("corporatePlan")(2),
      kindGroups: likely("corporatePlan")([["substation", "distribution"], ["overheadLine", "cableLine"]]),
      binding: true,
    },
  ],
  validityYears: verified("renewalGuide")(6),
  staffCounting: "onceAgainstHighest",
};
