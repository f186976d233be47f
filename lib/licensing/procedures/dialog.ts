import { procedures } from "@/lib/terms/application";
import { formatChineseDate } from "@/lib/terms/dates";
import { deferralBar, verificationPeriod } from "../rule-sets/periods";
import type { barsFor } from "./offers";
import { type ProcedureGroup, type SpecialProcedure, standardLabel } from "./start";

/** 对话框的话，照手册的原词。 */
const groups: Readonly<Record<SpecialProcedure, Omit<ProcedureGroup, "procedure">>> = {
  freeTradeZone: {
    text: "贵单位信用情况良好，且在自贸区试点范围内，可以使用自贸区流程：以告知承诺书代替部分证明材料。是否进入自贸区申请填报页面？",
    choices: [
      { label: "确定", procedure: "freeTradeZone", look: "primary" },
      { label: "取消", look: "plain" },
      { label: standardLabel, procedure: "standard", look: "link" },
    ],
  },
  commitment: {
    text: `贵单位信用情况良好，且在承诺制区域内，可以选择告知承诺制：以告知承诺书代替部分证明材料，作出决定后${verificationPeriod}内核查。`,
    choices: [
      { label: "告知承诺制申请", procedure: "commitment", look: "primary" },
      { label: "传统审批流程申请", procedure: "standard", look: "plain" },
    ],
  },
  conditionalAcceptance: {
    text: `贵单位信用情况良好，可以选择容缺受理：部分材料可以先不交，受理后在期限内补齐；逾期不补齐的不予许可，${deferralBar}内不得再申请容缺受理。`,
    choices: [
      { label: "容缺申请", procedure: "conditionalAcceptance", look: "primary" },
      { label: "一般性申请", procedure: "standard", look: "plain" },
    ],
  },
};

/** 一个对话框列出全部适用的办理方式；没有适用的为空，直接按一般程序办理。 */
export function dialogGroups(offers: readonly SpecialProcedure[]): ProcedureGroup[] {
  return offers.map((procedure) => ({ procedure, ...groups[procedure] }));
}

const barReasons: Readonly<Record<SpecialProcedure, string>> = {
  conditionalAcceptance: "曾申请容缺受理而没有按时提交容缺材料",
  commitment: "告知承诺经核查不属实",
  freeTradeZone: "告知承诺经核查不属实",
};

/** 在限制期内的办理方式：为什么不能用、到哪天为止。 */
export function barWords(bars: ReturnType<typeof barsFor>): string[] {
  return bars.map(({ procedure, untilOn }) => `${procedures[procedure]}：贵单位${barReasons[procedure]}，${formatChineseDate(untilOn)}以前（含当日）不能使用。`);
}
