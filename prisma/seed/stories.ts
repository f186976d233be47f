import type { LicensingAction } from "@/lib/licensing/workflow";
import type { CategoryCode } from "@/lib/terms/categories";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { addDays, addMonths, addYears, type IsoDate } from "@/lib/workflow/iso-date";

/** 一条意见：指到哪里、说什么。 */
export interface StoryRemark {
  sectionKey: string;
  field?: string;
  slot?: string;
  level: "must" | "hint";
  text: string;
  place: string;
}

export interface StoryStep {
  action: LicensingAction;
  on: IsoDate;
  said?: { reason?: string; article?: string; opinion?: string };
  remarks?: StoryRemark[];
}

/** 一件案件的来龙去脉：谁、申请什么、哪天办到哪一步。 */
export interface Story {
  login: string;
  items: Partial<Record<CategoryCode, string>>;
  nature?: string;
  submitterType?: "legalRepresentative" | "agent";
  startedOn: IsoDate;
  steps: StoryStep[];
  /** 草稿写到第几个页签；缺省为全部。 */
  sections?: number;
  rating?: { level: 1 | 2 | 3 | 4 | 5; options: string[]; comment?: string };
}

const opinions = {
  passReview: { opinion: "申请材料齐全，人员、资产符合所申请级别的条件，拟同意。" },
  passSecondReview: { opinion: "同意审查意见。" },
};

const reasons = {
  rejectIntake: { reason: "补正后授权委托书仍缺少委托人签字", article: "《行政许可法》第三十二条第一款第四项（逾期未补正或者补正后仍不齐全、不符合法定形式）" },
  refuse: { reason: "高压电工人数不足，核查时三人已离职", article: "《行政许可法》第三十八条第二款（不符合法定条件、标准）" },
};

const remarks: StoryRemark[] = [
  { sectionKey: "basic-information", slot: "ASSETS", level: "must", text: "审计报告缺少盖章页，请补充", place: "基本情况 › 审计报告或净资产证明" },
  { sectionKey: "safety-lead", field: "titleCertNo", level: "must", text: "与附件不一致，请核对", place: "安全负责人 › 职称证书编号" },
  { sectionKey: "technical-lead", field: "school", level: "hint", text: "请补充填写完整", place: "技术负责人 › 毕业院校" },
];

/** 依次办理的动作，各在从提交日起第几个工作日。 */
type Course = readonly (readonly [action: LicensingAction, workingDay: number])[];

const courses = {
  submitted: [["submit", 0]],
  correction: [["submit", 0], ["returnForCorrection", 3]],
  resubmitted: [["submit", 0], ["returnForCorrection", 2], ["submit", 5]],
  accepted: [["submit", 0], ["accept", 2]],
  underReview: [["submit", 0], ["accept", 2], ["startReview", 3]],
  secondReview: [["submit", 0], ["accept", 1], ["startReview", 2], ["passReview", 6]],
  awaitingSignature: [["submit", 0], ["accept", 1], ["startReview", 2], ["passReview", 5], ["passSecondReview", 8]],
  granted: [["submit", 0], ["accept", 2], ["startReview", 3], ["passReview", 7], ["passSecondReview", 9], ["grant", 12]],
  grantedAfterCorrection: [
    ["submit", 0], ["returnForCorrection", 3], ["submit", 7], ["accept", 9], ["startReview", 10], ["passReview", 14], ["passSecondReview", 16], ["grant", 18],
  ],
  refused: [["submit", 0], ["accept", 2], ["startReview", 3], ["passReview", 8], ["passSecondReview", 10], ["refuse", 13]],
  notAccepted: [["submit", 0], ["returnForCorrection", 2], ["submit", 8], ["rejectIntake", 10]],
  discarded: [["discard", 6]],
  draft: [],
} as const satisfies Record<string, Course>;

function stepOf(action: LicensingAction, on: IsoDate): StoryStep {
  const said = { ...opinions, ...reasons }[action as keyof typeof opinions | keyof typeof reasons];
  return { action, on, ...(said ? { said } : {}), ...(action === "returnForCorrection" ? { remarks } : {}) };
}

type More = Partial<Pick<Story, "nature" | "submitterType" | "sections" | "rating">>;

function story(login: string, items: Story["items"], course: keyof typeof courses, submittedOn: IsoDate, more: More = {}): Story {
  const steps = (courses[course] as Course).map(([action, day]) => stepOf(action, day === 0 ? submittedOn : addWorkingDays(submittedOn, day)));
  return { login, items, startedOn: addDays(submittedOn, -9), steps, ...more };
}

const qiye = (n: number): string => `qiye_${String(n).padStart(2, "0")}`;
const pleased = { level: 5, options: ["510", "513"], comment: "网上办理，一次都没有跑。" } as const;
const satisfied = { level: 4, options: ["408"] } as const;
const average = { level: 3, options: ["307"], comment: "补正意见再早一点告知就好了。" } as const;
const rated = (rating: NonNullable<Story["rating"]> | { level: 5 | 4 | 3; options: readonly string[]; comment?: string }): More => ({
  rating: { ...rating, options: [...rating.options] },
});

/** 现在有证的企业：两家即将到期，一家已过期，其余各年发证。 */
function licensed(today: IsoDate): Story[] {
  const years = (n: number, days = 0): IsoDate => addWorkingDays(addDays(addYears(today, -n), days), 1);
  const all = { installation: "3", repair: "3", testing: "3" } as const;
  return [
    story("yi_power", all, "granted", addDays(addYears(today, -4), -200), { nature: "afterMerger" }),
    story(qiye(6), { installation: "4", repair: "4", testing: "4" }, "granted", addDays(addMonths(addYears(today, -6), 1), 0)),
    story(qiye(7), { installation: "5", testing: "5" }, "granted", addMonths(addYears(today, -6), 3)),
    story(qiye(8), { installation: "4" }, "granted", addDays(addYears(today, -6), -40)),
    story(qiye(9), { installation: "5", repair: "5" }, "grantedAfterCorrection", years(5, 30)),
    story(qiye(10), { installation: "4", repair: "4" }, "granted", years(4, 12)),
    story(qiye(11), { testing: "4" }, "granted", years(3, 60)),
    story(qiye(12), { installation: "5", repair: "5", testing: "5" }, "granted", years(3)),
    story(qiye(13), { installation: "4", testing: "4" }, "granted", years(2, 90)),
    story(qiye(14), { installation: "5" }, "granted", years(2)),
    story(qiye(15), { installation: "4", repair: "4", testing: "5" }, "granted", years(1, 20)),
    story(qiye(16), { repair: "5", testing: "5" }, "granted", addMonths(today, -7), rated(satisfied)),
    story(qiye(17), { installation: "5", testing: "5" }, "grantedAfterCorrection", addMonths(today, -4), rated(average)),
    story(qiye(18), { installation: "4" }, "granted", addMonths(today, -2), rated(pleased)),
    story(qiye(20), { installation: "5" }, "granted", addWorkingDays(today, -20)),
  ];
}

/** 近来办结而没有发证的。 */
function closed(today: IsoDate): Story[] {
  return [
    story(qiye(21), { installation: "4" }, "refused", addWorkingDays(today, -30)),
    story(qiye(22), { installation: "5", repair: "5" }, "notAccepted", addWorkingDays(today, -24)),
    story(qiye(23), { testing: "5" }, "discarded", addWorkingDays(today, -15)),
    story("bing_power", { installation: "5" }, "refused", addMonths(today, -9)),
  ];
}

/** 此刻在办的：各个环节都有，期限有宽有紧。 */
function running(today: IsoDate): Story[] {
  const ago = (days: number): IsoDate => addWorkingDays(today, -days);
  return [
    story(qiye(24), { installation: "5", testing: "5" }, "submitted", ago(5)),
    story(qiye(25), { installation: "4", repair: "4" }, "submitted", ago(4), { submitterType: "agent" }),
    story(qiye(26), { installation: "5" }, "submitted", ago(2)),
    story(qiye(27), { installation: "5", repair: "5", testing: "5" }, "submitted", ago(1)),
    story(qiye(28), { testing: "4" }, "resubmitted", ago(7)),
    story(qiye(29), { installation: "4", testing: "4" }, "correction", ago(9)),
    story(qiye(30), { repair: "5" }, "correction", ago(5), { submitterType: "agent" }),
    story(qiye(31), { installation: "5" }, "accepted", ago(4)),
    story(qiye(32), { installation: "4" }, "underReview", ago(15)),
    story(qiye(33), { installation: "5", repair: "5" }, "underReview", ago(8)),
    story(qiye(34), { testing: "5" }, "secondReview", ago(10)),
    story(qiye(35), { installation: "5", testing: "5" }, "awaitingSignature", ago(14), { submitterType: "agent" }),
    story(qiye(19), { installation: "5" }, "draft", ago(3), { sections: 3 }),
  ];
}

/** 演示用的全部案件，日期都从今天倒推。 */
export function storiesFor(today: IsoDate): Story[] {
  return [...licensed(today), ...closed(today), ...running(today)];
}
