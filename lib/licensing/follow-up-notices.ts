import type { TodoKindCode } from "@/lib/terms/todos";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { remedies } from "./articles";
import type { NoticeSubject } from "./notices";
import { deferralBar } from "./rule-sets/periods";

/** 后续任务告诉企业的各种事。 */
export type FollowUpNotice =
  | "deferralOpened" | "deferralIncomplete" | "deferralMet" | "rectificationOrdered" | "rectificationOfConditions" | "rectificationMet"
  | "revocationProposed" | "revocationRejected" | "revoked" | "leadMissing" | "conditionsLost" | "conditionsMet";

export interface FollowUpFacts {
  followUpId: string;
  dueOn: string;
  /** 缺几份，或还差什么、要整改什么。 */
  count?: number;
  note?: string;
  article?: string;
  licenceNumber?: string;
}

export interface FollowUpWords {
  title: string;
  body: string;
  href: string;
  sms?: string;
  /** 留下的待办；不留的为空。 */
  todo?: { kind: TodoKindCode; title: string; detail: string };
  /** 随之办完的待办。 */
  closes?: TodoKindCode;
}

type Words = (subject: NoticeSubject, facts: FollowUpFacts) => Omit<FollowUpWords, "href">;

const words: Readonly<Record<FollowUpNotice, Words>> = {
  deferralOpened: ({ number, business }, { dueOn, count = 0 }) => ({
    title: "请补齐容缺材料",
    body: `${number} 已容缺受理，还缺 ${count} 份材料，请在${formatChineseDate(dueOn)}前补齐并提交；逾期不予许可，${deferralBar}内不得再申请容缺受理。`,
    todo: { kind: "deferredMaterial", title: "请补齐容缺材料", detail: `${business} ${number}，还缺 ${count} 份` },
  }),
  deferralIncomplete: ({ number, business }, { dueOn, note = "" }) => ({
    title: "容缺材料还没有补齐",
    body: `${number} 补交的材料经核对仍不齐：${note}。请在${formatChineseDate(dueOn)}前补齐后再次提交。`,
    sms: `您的${business}（${number}）容缺材料仍不齐，请在${formatChineseDate(dueOn)}前登录系统补齐。`,
    todo: { kind: "deferredMaterial", title: "容缺材料还没有补齐", detail: `${business} ${number}：${note}` },
  }),
  deferralMet: ({ number }) => ({ title: "容缺材料已补齐", body: `${number} 的容缺材料已按时补齐，继续办理。`, closes: "deferredMaterial" }),
  rectificationOrdered: ({ number, business }, { dueOn, note = "" }) => ({
    title: "承诺核查不属实，请限期整改",
    body: `${number} 的告知承诺经核查不属实：${note}。请在${formatChineseDate(dueOn)}前整改完毕并报告；逾期不改正的撤销许可。限制期内不适用告知承诺。`,
    sms: `您的${business}（${number}）承诺核查不属实，请在${formatChineseDate(dueOn)}前整改，登录系统查看。`,
    todo: { kind: "rectification", title: "请限期整改", detail: `${business} ${number}：${note}` },
  }),
  rectificationOfConditions: ({ number }, { dueOn, note = "" }) => ({
    title: "逾期仍不符合许可条件，请限期整改",
    body: `${number} 准予之后限期补足，逾期仍不符合许可条件：${note}。请在${formatChineseDate(dueOn)}前整改完毕并报告；整改后仍不符合的，依法重新核定等级或者撤销许可。`,
    sms: `贵单位逾期仍不符合许可条件，请在${formatChineseDate(dueOn)}前整改并报告，登录系统查看。`,
    todo: { kind: "rectification", title: "请限期整改", detail: note },
  }),
  rectificationMet: ({ number }) => ({ title: "整改已完成", body: `${number} 的限期整改经复核已完成。`, closes: "rectification" }),
  leadMissing: ({ number }, { dueOn, note = "" }) => ({
    title: "请补配负责人",
    body: `${number} 准予之后不再符合许可条件：${note}。请在${formatChineseDate(dueOn)}前办理人员入职；逾期仍不符合的，依法处理。`,
    sms: `贵单位人员离职后不再符合许可条件，请在${formatChineseDate(dueOn)}前补配负责人，登录系统查看。`,
    todo: { kind: "leadSuccession", title: "请补配负责人", detail: note },
  }),
  conditionsLost: ({ number }, { dueOn, note = "" }) => ({
    title: "在册人员不再符合许可条件，请限期补足",
    body: `${number} 准予之后不再符合许可条件：${note}。请在${formatChineseDate(dueOn)}前办理人员入职补足；逾期仍不符合的，依法处理。`,
    sms: `贵单位在册人员不再符合许可条件，请在${formatChineseDate(dueOn)}前补足，登录系统查看。`,
    todo: { kind: "rectification", title: "请补足在册人员", detail: note },
  }),
  conditionsMet: ({ number }) => ({ title: "在册人员已符合许可条件", body: `${number} 之后限期补足的人员已经补足，任务了结。` }),
  revocationProposed: ({ number, business, office }, { note = "", article = "", licenceNumber = "" }) => ({
    title: "拟撤销许可证，请陈述、申辩",
    body: `${office}拟撤销许可证 ${licenceNumber}（${business} ${number}）。理由：${note}；依据：${article}。还没有作出决定；贵单位有不同意见的，请尽快向${office}陈述、申辩（《行政许可法》第七条）。`,
    sms: `${office}拟撤销您的许可证 ${licenceNumber}，可以陈述、申辩，请登录系统查看理由。`,
  }),
  revocationRejected: ({ number, business, office }, { licenceNumber = "" }) => ({
    title: "许可证不予撤销", body: `此前拟撤销许可证 ${licenceNumber}（${business} ${number}），${office}复核后没有撤销；原来的任务继续办理。`,
  }),
  revoked: ({ number, business, office }, { note = "", article = "", licenceNumber = "" }) => ({
    title: "许可证已撤销",
    body: `${office}决定撤销许可证 ${licenceNumber}（${business} ${number}）。理由：${note}；依据：${article}。${remedies}`,
    sms: `您的许可证 ${licenceNumber} 已被撤销，请登录系统查看理由。`,
    closes: "rectification",
  }),
};

/** 说的是许可证本身：核查任务企业打不开，去看许可证。 */
const ofLicence: readonly FollowUpNotice[] = ["revocationProposed", "revocationRejected", "revoked"];

/** 一条通知的文字与它带来、了结的待办。 */
export function followUpWords(notice: FollowUpNotice, subject: NoticeSubject, facts: FollowUpFacts): FollowUpWords {
  return { href: ofLicence.includes(notice) ? "/licences" : `/follow-ups/${facts.followUpId}`, ...words[notice](subject, facts) };
}
