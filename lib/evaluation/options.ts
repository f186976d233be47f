/** Options of 好差评 as the national platform numbers them; the first three of a level are shown first. */
export interface RatingOption {
  readonly code: string;
  readonly text: string;
  /** False for those that are folded away at first. */
  readonly basic: boolean;
}

/** One of the five levels; the number is stored, the word shown. */
export interface RatingLevelRule {
  readonly level: RatingLevel;
  readonly word: string;
  /** 差评: needs a reason and opens a handling case. */
  readonly bad: boolean;
  readonly options: readonly RatingOption[];
}

export type RatingLevel = 1 | 2 | 3 | 4 | 5;

const basic = (code: string, text: string): RatingOption => ({ code, text, basic: true });
const more = (code: string, text: string): RatingOption => ({ code, text, basic: false });

/** The five levels, best first. Retired codes (101-107, 201-206, 301-306, 401-405, 501-509) are not offered. */
export const ratingLevels: readonly RatingLevelRule[] = [
  {
    level: 5,
    word: "非常满意",
    bad: false,
    options: [
      basic("510", "一窗受理一次办结"),
      basic("511", "可以先受理后补材料"),
      basic("512", "不用提交证明"),
      more("513", "可以全程网上办理"),
      more("514", "可以使用手机办理"),
      more("515", "可以就近办理"),
      more("516", "无需材料直接办理"),
      more("517", "服务热情效率高"),
    ],
  },
  {
    level: 4,
    word: "满意",
    bad: false,
    options: [
      basic("406", "填写一张表单就可完成申报"),
      basic("407", "在线提交材料窗口核验"),
      basic("408", "一张清单告知全部申报材料"),
      more("409", "用告知承诺减免申报材料"),
      more("410", "可以在线预约办理"),
      more("411", "跑大厅一次办完"),
      more("412", "可以使用自助机办理"),
      more("413", "服务态度较好"),
    ],
  },
  {
    level: 3,
    word: "基本满意",
    bad: false,
    options: [
      basic("307", "一次性告知需要补正的材料"),
      basic("308", "提供申报材料样本"),
      basic("309", "在承诺的时间内办结"),
      more("310", "办事指南指引准确"),
      more("311", "按办事指南要求的材料即可办理"),
      more("312", "可以快递送达"),
      more("313", "跑动次数与承诺的一致"),
      more("314", "服务态度一般"),
    ],
  },
  {
    level: 2,
    word: "不满意",
    bad: true,
    options: [
      basic("207", "没有提供材料样本"),
      basic("208", "没有提供材料清单"),
      basic("209", "未在承诺时间内办结"),
      more("210", "同样内容的证明材料被要求多次提交"),
      more("211", "承诺网办但无法在线办理"),
      more("212", "在线预约办理后到实体大厅重复取号排队"),
      more("213", "窗口人员业务不熟练"),
      more("214", "服务态度生硬"),
    ],
  },
  {
    level: 1,
    word: "非常不满意",
    bad: true,
    options: [
      basic("108", "在办事指南之外增加新的审批条件"),
      basic("109", "需提供办事指南之外的申报材料"),
      basic("110", "无理由超过法定办理时间"),
      more("111", "办事指南提供样本有错"),
      more("112", "承诺在线收取申报材料实际无法收取"),
      more("113", "多头跑窗口和部门"),
      more("114", "跑动次数与承诺的不一致"),
      more("115", "服务态度差效率低"),
    ],
  },
];

/** The rule of a level. */
export function getRatingLevel(level: RatingLevel): RatingLevelRule {
  const found = ratingLevels.find((rule) => rule.level === level);
  if (!found) throw new Error(`no rating level ${level}`);
  return found;
}

const optionsByCode: ReadonlyMap<string, RatingOption> = new Map(ratingLevels.flatMap(({ options }) => options.map((option) => [option.code, option])));

/** The text of an option code of any level, for showing a stored rating. */
export function findRatingOption(code: string): RatingOption | undefined {
  return optionsByCode.get(code);
}
