import type { BusinessCode } from "@/lib/terms/businesses";
import type { CreditGradeCode } from "@/lib/terms/credit";
import { likely, unknown, verified } from "./figure";
import type { Figure } from "./types";

/** Time limits; working days unless the name says otherwise. */
export const limits = {
  /** 受理, 补正 or 不予受理; silence means accepted. */
  intake: verified("questions2020", "questions2021", "dutyList", "licensingLaw")(5, "逾期不告知的，自收到之日起即为受理"),
  /** The applicant answers a 补正 notice. */
  correction: unknown("none")(15, "暂定；逾期不予受理"),
  /** 补正 notices at most: the law says once, the second repeats unresolved remarks only. */
  correctionRounds: unknown("none")(2, "法定一次告知全部内容；第二次只重复未解决的意见"),
  statutoryDecision: verified("questions2020", "licensingLaw")(20),
  /** With leave of the head of the office. */
  statutoryExtension: verified("questions2020", "licensingLaw")(10),
  /** 制证 and 送达 after the decision. */
  issueAfterDecision: verified("dutyList", "licensingLaw")(10),
  /** Calendar days until the decision is public. */
  publishDecisionDays: verified("questions2021")(7),
  /** 容缺材料, from the day after the 容缺受理通知书. */
  deferredMaterial: unknown("none")(10, "暂定"),
  /** Months without 容缺受理 after missing its deadline. */
  deferredMaterialBarMonths: verified("manual")(24),
  /** Months without 许可事项变更 after one of the five events. */
  upgradeBarMonths: verified("changeChapter")(12),
  /** Months without any application after concealing facts or false material … */
  concealmentBarMonths: verified("licensingLaw")(12, "行政许可法第七十八条"),
  /** … and after a licence got by deceit or bribery. */
  deceitBarMonths: likely("licensingLaw")(36, "行政许可法第七十九条"),
  /** Months until every 承诺 is verified. */
  commitmentVerificationMonths: verified("questions2021", "verification")(6),
  /** Months without the commitment procedure after an untrue promise that is put right … */
  untruePromiseBarMonths: unknown("none")(12, "暂定，参照行政许可法第七十八条的一年"),
  /** … and after one that led to 撤销. */
  revokedPromiseBarMonths: likely("licensingLaw")(36, "行政许可法第七十九条的三年"),
  /** Calendar days to put an untrue promise or lost conditions right. */
  rectificationDays: unknown("none")(30, "暂定"),
  /** To ask for a 听证 before 撤销, from the day the notice is received … */
  hearingRequest: likely("licensingLaw")(5, "行政许可法第四十七条的五日；撤销参照适用，按工作日计"),
  /** … to hold it once asked for, and calendar days of notice before it. */
  hearing: likely("licensingLaw")(20, "行政许可法第四十七条的二十日；撤销参照适用，按工作日计"),
  hearingNotice: likely("licensingLaw")(7, "行政许可法第四十八条"),
  /** Calendar days to ask for 行政复议, months to go to court. */
  reconsiderationDays: likely("reconsiderationLaw")(60, "第二十条"),
  litigationMonths: likely("litigationLaw")(6, "第四十六条"),
  /** 延续 opens so many months before expiry … */
  renewalOpensMonths: unknown("none")(6, "没有找到法定的最早日期，暂定"),
  /** … and closes so many calendar days before it. */
  renewalClosesDays: verified("renewalGuide", "timeLimits")(30),
  /** Calendar days from the change in the business register to the application for 登记事项变更. */
  registrationChangeDays: likely("changeChapter")(30, "办法作“一个月”；逾期的可以申请，须说明原因"),
  /** Calendar days between the published loss statement and the application for a replacement. */
  lossStatementDays: likely("lossStatement")(10, "转引许可证问答手册"),
  /** Calendar days after which a draft no longer holds its electricians. */
  idleDraftClaimDays: unknown("none")(90, "暂定"),
} as const satisfies Readonly<Record<string, Figure<number>>>;

export type LimitCode = keyof typeof limits;

/** Promised working days of a business; credit shortens some. Where nothing is promised the statutory limit holds. */
const promised: Partial<Record<BusinessCode, { readonly all?: Figure<number>; readonly byCredit?: Partial<Record<CreditGradeCode, Figure<number>>> }>> = {
  "new-licence": { all: likely("guides2025", "levelFour")(15) },
  "scope-change": { all: likely("guides2025", "levelFour")(15) },
  "registration-change": {
    all: verified("timeLimits")(15),
    byCredit: { good: verified("timeLimits")(10), trustworthy: verified("timeLimits")(10) },
  },
  renewal: { byCredit: { good: verified("timeLimits")(10) } },
  reissue: { byCredit: { good: verified("timeLimits")(0, "当日"), trustworthy: verified("timeLimits")(5) } },
};

/** The limit that drives the lights: promised, shortened by credit; the statutory one decides 已逾期. */
export function promisedDecision(business: BusinessCode, credit: CreditGradeCode = "unrated"): Figure<number> {
  const limit = promised[business];
  return limit?.byCredit?.[credit] ?? limit?.all ?? limits.statutoryDecision;
}
