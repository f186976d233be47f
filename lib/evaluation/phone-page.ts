import type { EvaluationCodeState } from "@/lib/terms/evaluation";
import type { RatingLevel } from "./options";
import type { RatingInput } from "./rating";

/** 写一张表单至少要这么久；更快的请再点一次，填的都在。 */
export const MIN_FILL_SECONDS = 2;

/** 表单打开超过这么久的，换一张新的，填的都在。 */
export const FORM_LIFETIME_SECONDS = 12 * 3600;

/** 从手机上提交的次数：同一来源（大厅里的人常共用一个地址）与同一个码，各在这段时间里至多这么多。 */
export const phoneLimits = { address: { max: 60, seconds: 600 }, code: { max: 120, seconds: 600 } } as const;

/** 手机评价页说明评的是什么。 */
export interface PhonePlace {
  officeName: string;
  /** 服务点，或所评的业务。 */
  title: string;
  /** 所评那一件的编号，一事一评才有。 */
  number?: string;
  expiresOn: string;
  kind: "visit" | "matter";
}

/** 手机上填的，原样；出错时照样放回页面。 */
export interface PhoneDraft {
  level: string;
  /** 各等级勾过的都在：换了等级，原来勾的不作数，也不丢。 */
  options: readonly string[];
  text: string;
  phone: string;
  name: string;
}

export type PhoneField = keyof RatingInput;

/** 不能评的几种情形；unknown 不是本系统的码，unfinished 还没办结。 */
export type PhoneClosed = Exclude<EvaluationCodeState, "valid"> | "unknown" | "unfinished";

export interface PhoneClosedView {
  kind: "closed";
  because: PhoneClosed;
  place?: PhonePlace;
}

/** 请再提交一次的几种情形，填的都在。 */
export type PhoneRetry = "tooFast" | "stale" | "trap" | "used" | "busy";

export interface PhoneFormView {
  kind: "form";
  place: PhonePlace;
  form: string;
  draft?: PhoneDraft;
  errors?: Readonly<Partial<Record<PhoneField, string>>>;
  again?: PhoneRetry;
  /** 五天内评过，或次数太多：何时起可以再来。 */
  from?: { reason: "phoneTaken" | "tooMany"; at: Date; seconds: number };
}

export interface PhoneThanksView {
  kind: "thanks";
  place: PhonePlace;
  level: RatingLevel;
  options: readonly string[];
  text: string;
  /** 139****0002 */
  phone: string;
  at: Date;
}

export type PhoneView = PhoneClosedView | PhoneFormView | PhoneThanksView;
