import { businesses } from "@/lib/terms/businesses";
import { creditGrades } from "@/lib/terms/credit";
import { codesOf } from "@/lib/terms/option-map";
import { attention } from "./attention";
import { type LimitCode, limits, promisedDecision } from "./limits";
import type { Figure } from "./types";

/** Limits and periods in words, with the unit each is counted in. */
const names: Readonly<Record<LimitCode, { name: string; unit: string }>> = {
  intake: { name: "受理决定", unit: "个工作日" },
  correction: { name: "申请人补正", unit: "个工作日" },
  correctionRounds: { name: "补正通知", unit: "次" },
  statutoryDecision: { name: "法定办结期限", unit: "个工作日" },
  statutoryExtension: { name: "经批准可延长", unit: "个工作日" },
  issueAfterDecision: { name: "决定后制证、送达", unit: "个工作日" },
  publishDecisionDays: { name: "决定公开", unit: "日" },
  deferredMaterial: { name: "容缺材料补齐", unit: "个工作日" },
  deferredMaterialBarMonths: { name: "未补齐，不再容缺受理", unit: "个月" },
  upgradeBarMonths: { name: "有违法情形，不得申请许可事项变更", unit: "个月" },
  concealmentBarMonths: { name: "隐瞒、提供虚假材料，不得再申请", unit: "个月" },
  deceitBarMonths: { name: "以欺骗、贿赂取得许可，不得再申请", unit: "个月" },
  commitmentVerificationMonths: { name: "告知承诺后的核查", unit: "个月" },
  untruePromiseBarMonths: { name: "承诺不实已整改，不适用承诺制", unit: "个月" },
  revokedPromiseBarMonths: { name: "承诺不实被撤销，不适用承诺制", unit: "个月" },
  rectificationDays: { name: "限期整改", unit: "日" },
  hearingRequest: { name: "撤销许可之前要求听证", unit: "个工作日" },
  hearing: { name: "组织听证", unit: "个工作日" },
  hearingNotice: { name: "举行听证之前通知", unit: "日" },
  reconsiderationDays: { name: "申请行政复议", unit: "日" },
  litigationMonths: { name: "提起行政诉讼", unit: "个月" },
  renewalOpensMonths: { name: "延续，届满前最早", unit: "个月" },
  renewalClosesDays: { name: "延续，届满前最晚", unit: "日" },
  registrationChangeDays: { name: "登记事项变更，变更后", unit: "日" },
  lossStatementDays: { name: "遗失声明满", unit: "日" },
  idleDraftClaimDays: { name: "闲置草稿占用电工", unit: "日" },
};

const attentionNames: Readonly<Record<keyof typeof attention, { name: string; unit: string }>> = {
  leadAgeFrom: { name: "负责人年龄，提醒下限", unit: "岁" },
  leadAgeTo: { name: "负责人年龄，提醒上限", unit: "岁" },
  financeMonths: { name: "财务数据距今，提醒", unit: "个月" },
  shareholdingTolerance: { name: "出资比例合计的误差", unit: "个百分点" },
};

/** A limit with its name and its value in words. */
export interface NamedLimit {
  readonly name: string;
  readonly text: string;
  readonly figure: Figure<number>;
}

/** The promised limits that differ from the statutory one, by business and, where it matters, by credit. */
function promisedLimits(): NamedLimit[] {
  return codesOf(businesses).flatMap((business) => {
    const plain = promisedDecision(business);
    const own = plain === limits.statutoryDecision ? [] : [{ name: `${businesses[business]}：承诺办结期限`, figure: plain }];
    const byCredit = codesOf(creditGrades).map((grade) => ({ name: `${businesses[business]}：承诺办结期限（${creditGrades[grade]}）`, figure: promisedDecision(business, grade) })).filter(({ figure }) => figure !== plain);
    return [...own, ...byCredit].map(({ name, figure }) => ({ name, figure, text: figure.value === 0 ? "当日" : `${figure.value}个工作日` }));
  });
}

/** Every limit and period that the system counts with, and the figures that only warn. */
export function namedLimits(): NamedLimit[] {
  const of = <K extends string>(words: Readonly<Record<K, { name: string; unit: string }>>, figures: Readonly<Record<K, Figure<number>>>): NamedLimit[] =>
    (Object.keys(words) as K[]).map((key) => ({ name: words[key].name, text: figures[key].value + words[key].unit, figure: figures[key] }));
  return [...of(names, limits), ...promisedLimits(), ...of(attentionNames, attention)];
}
