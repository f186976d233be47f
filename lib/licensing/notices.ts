import type { TodoKindCode } from "@/lib/terms/todos";
import { type EffectWords, effectSentences } from "./effect-words";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { remedies } from "./articles";
import { extensionWords } from "./extensions";
import { deferralBar } from "./rule-sets/periods";

/** 流程表里 notice 一栏的键。 */
export const noticeKeys = ["submitted", "resubmitted", "accepted", "conditionallyAccepted", "correction", "notAccepted", "underReview", "granted", "refused", "terminated", "extended"] as const;

export type NoticeKey = (typeof noticeKeys)[number];

/** 流程表的 notice 一栏是不是一种通知；空的不通知。 */
export function isNoticeKey(value: string | undefined): value is NoticeKey {
  return (noticeKeys as readonly (string | undefined)[]).includes(value);
}

/** 通知所说的案件；由案件自身得来。 */
export interface NoticeSubject {
  caseId: string;
  number: string;
  /** 业务名称，如「许可证新申请」。 */
  business: string;
  office: string;
}

/** 各通知另外要说的事。 */
export interface NoticeValues {
  /** 本环节期限。 */
  dueOn?: string;
  /** 期限落在节假日安排还没有公布的年份里。 */
  dueProvisional?: boolean;
  /** 必须修改与提示的条数。 */
  count?: number;
  reason?: string;
  article?: string;
  licenceNumber?: string;
  validTo?: string;
  /** 不发新证的业务，准予之后的一句话。 */
  outcome?: string;
  /** 已办结的：好差评到哪天为止。 */
  ratableUntil?: IsoDate;
  /** 分立、合并：各方的许可证与人员已经怎样。 */
  effects?: readonly EffectWords[];
}

export interface NoticeText {
  title: string;
  body: string;
  href: string;
  /** 另发短信的文字；不发的为空。 */
  sms?: string;
}

export interface TodoText {
  kind: TodoKindCode;
  title: string;
  detail: string;
  href: string;
  dueOn?: string;
}

const by = (dueOn: string | undefined): string => (dueOn ? `${formatChineseDate(dueOn)}前` : "法定期限内");
const because = ({ reason, article }: NoticeValues): string => `理由：${reason ?? ""}${article ? `；依据：${article}` : ""}。`;

type Words = Omit<NoticeText, "href" | "sms"> & { sms?: string; href?: string };

const words: Record<NoticeKey, (subject: NoticeSubject, values: NoticeValues) => Words> = {
  submitted: ({ number, business, office }, { dueOn }) => ({
    title: `${business}已提交`,
    body: `${number} 已提交到${office}形审，${by(dueOn)}答复是否受理。`,
  }),
  resubmitted: ({ number, business, office }, { dueOn }) => ({
    title: `${business}已重新提交`,
    body: `${number} 的补正材料已提交到${office}，${by(dueOn)}答复是否受理。`,
  }),
  accepted: ({ number, business, office }, { dueOn }) => ({
    title: `${business}已受理`,
    body: `${number} 已由${office}受理，承诺${by(dueOn)}办结。受理后内容不能再改。`,
    sms: `您的${business}（${number}）已受理，承诺${by(dueOn)}办结。`,
  }),
  correction: ({ number, business, office }, { dueOn, count }) => ({
    title: `${business}需要补正`,
    body: `${office}对 ${number} 提出 ${count ?? 0} 条意见，请在${by(dueOn)}逐条修改后重新提交，逾期不予受理。`,
    sms: `您的${business}（${number}）需要补正，请在${by(dueOn)}登录系统修改后重新提交。`,
  }),
  notAccepted: ({ number, business, office }, values) => ({
    title: `${business}不予受理`,
    body: `${office}决定对 ${number} 不予受理。${because(values)}${remedies}`,
    sms: `您的${business}（${number}）不予受理，请登录系统查看理由。`,
  }),
  underReview: ({ number, business, office }) => ({
    title: `${business}开始审查`,
    body: `${office}已开始审查 ${number}。`,
  }),
  conditionallyAccepted: ({ number, business, office }, { dueOn }) => ({
    title: `${business}已容缺受理`,
    body: `${number} 已由${office}容缺受理，承诺${by(dueOn)}办结；请按待办在期限内补齐容缺材料，逾期不予许可，${deferralBar}内不能再容缺受理。`,
    sms: `您的${business}（${number}）已容缺受理，请登录系统按期补齐容缺材料。`,
  }),
  granted: ({ number, business, office }, { licenceNumber, validTo, outcome, effects = [] }) => {
    const paper = `许可证编号 ${licenceNumber ?? ""}${validTo ? `，有效期至${formatChineseDate(validTo)}` : ""}`;
    return {
      title: outcome ? `${business}已准予` : "准予许可，许可证已生成",
      body: `${office}准予${business}（${number}）${outcome ? `，${outcome}${licenceNumber ? `；${paper}` : ""}。` : `，${paper}。可在“我的许可证”下载电子证照。`}${effectSentences(effects).map((sentence) => `${sentence}。`).join("")}`,
      sms: `您的${business}（${number}）已准予许可，${outcome ?? `${paper}，请登录系统下载电子证照`}。`,
      href: "/licences",
    };
  },
  refused: ({ number, business, office }, values) => ({
    title: `${business}不予许可`,
    body: `${office}决定对 ${number} 不予许可。${because(values)}${remedies}`,
    sms: `您的${business}（${number}）不予许可，请登录系统查看理由。`,
  }),
  extended: ({ number, business, office }, { dueOn, reason }) => ({
    title: `${business}的办结期限已延长`,
    body: `${office}对 ${number} 的${extensionWords(dueOn, reason ?? "")}。`,
    sms: `您的${business}（${number}）办结期限已延长，请登录系统查看理由。`,
  }),
  terminated: ({ number, business }, { reason }) => ({
    title: `${business}已终止`,
    body: `${number} 已按贵单位的申请终止办理，流程结束。终止原因：${reason ?? ""}。以后可以重新申请。`,
  }),
};

/** 一条通知的文字；期限暂定的说明。 */
export function noticeText(notice: NoticeKey, subject: NoticeSubject, values: NoticeValues = {}): NoticeText {
  const { dueOn, dueProvisional } = values;
  const said = dueOn && dueProvisional ? { ...values, dueOn: `${formatChineseDate(dueOn)}（暂定）` } : values;
  return { href: `/applications/${subject.caseId}`, ...words[notice](subject, said) };
}

/** 已办结的通知：同时请企业评价（一事一评）。 */
const finishing: readonly NoticeKey[] = ["notAccepted", "granted", "refused", "terminated"];

/** 这条通知之后案件已办结。 */
export const isFinishing = (notice: NoticeKey): boolean => finishing.includes(notice);

/** 这条通知给企业留下的待办。 */
export function todosOf(notice: NoticeKey, subject: NoticeSubject, { dueOn, count, ratableUntil }: NoticeValues = {}): TodoText[] {
  if (notice === "correction") {
    const detail = `${subject.business} ${subject.number}，${count ?? 0} 条意见`;
    return [{ kind: "correction", title: "请补正申请材料", detail, href: `/applications/${subject.caseId}`, ...(dueOn ? { dueOn } : {}) }];
  }
  if (!isFinishing(notice)) return [];
  return [{ kind: "evaluation", title: "请评价这次服务", detail: `${subject.business} ${subject.number} 已办结`, href: `/evaluations/${subject.caseId}`, ...(ratableUntil ? { dueOn: ratableUntil } : {}) }];
}

/** 这条通知之后不必再办的待办。 */
export function todosClosedBy(notice: NoticeKey): TodoKindCode[] {
  return notice === "resubmitted" || isFinishing(notice) ? ["correction"] : [];
}
