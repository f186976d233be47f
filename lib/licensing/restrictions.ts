import { applicationBarEvents, type BarEvent, barEvents, type RestrictionKind } from "@/lib/terms/credit";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { addMonths, formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { limits } from "./rule-sets/limits";
import { monthsInWords } from "./rule-sets/periods";

interface Bar {
  kind: RestrictionKind;
  months: number;
  /** 所据的规定；条号没有查到原文的不写。 */
  article: string;
  /** 限制期内不能办什么。 */
  barred: string;
}

const application = (months: number, article: string): Bar => ({ kind: "application", months, article, barred: "许可（注销除外）" });
const upgrade: Bar = { kind: "upgrade", months: limits.upgradeBarMonths.value, article: "《承装（修、试）电力设施许可证管理办法》变更与延续一章", barred: "许可事项变更" };

/** 登记的情形限制什么、多久、依据什么。 */
export function barOf(event: BarEvent): Bar {
  if (event === "concealment") return application(limits.concealmentBarMonths.value, "《行政许可法》第七十八条");
  if (event === "deceit") return application(limits.deceitBarMonths.value, "《行政许可法》第七十九条");
  return upgrade;
}

/** 限制到哪一天：自情形发生之日起，到期那天仍算在内。 */
export const barUntil = (event: BarEvent, occurredOn: IsoDate): IsoDate => addMonths(occurredOn, barOf(event).months);

/** 「十二个月内不能申请许可事项变更」式的一句，连同依据。 */
export function barRule(event: BarEvent): string {
  const { months, article, barred } = barOf(event);
  return `${monthsInWords(months)}内不能申请${barred}（${article}）`;
}

/** 限制期为什么：登记的情形存的是代码，其余存的就是文字。 */
export const reasonInWords = ({ reason }: { reason: string }): string => wordOf(barEvents, reason);

/** 登记之后告诉企业的话。 */
export function barMessage(event: BarEvent, { fromOn, untilOn }: { fromOn: IsoDate; untilOn: IsoDate }): { title: string; body: string } {
  const { barred } = barOf(event);
  return {
    title: isCodeOf(applicationBarEvents, event) ? "限制期内不能申请许可" : `限制期内不能申请${barred}`,
    body: `经登记，贵单位于${formatChineseDate(fromOn)}有“${barEvents[event]}”的情形，${barRule(event)}，到${formatChineseDate(untilOn)}为止（含当日）。有不同意见的，请向办理机构提出。`,
  };
}

/** 撤回之后告诉企业的话。 */
export function barRevoked(event: string): { title: string; body: string } {
  return { title: "限制期已撤回", body: `此前登记的“${wordOf(barEvents, event)}”已经撤回，不再限制贵单位申请。` };
}

/** 限制期的一行，给系统管理员看。 */
export interface RestrictionRow {
  id: string;
  uscc: string;
  enterprise: string;
  kind: RestrictionKind;
  kindWord: string;
  reason: string;
  fromOn: IsoDate;
  untilOn: IsoDate;
  state: "active" | "over" | "revoked";
  /** 由哪里来：人登记的写谁，由申请来的写编号。 */
  origin: string;
  note: string;
  /** 撤回的写谁、何时、为什么。 */
  revoked?: { by: string; at: string; reason: string };
  /** 只有人登记的、没有撤回的可以撤回。 */
  revocable: boolean;
}
