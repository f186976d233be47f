import { badRatingVerdicts, type BadRatingVerdict, callBackOutcomes, type CallBackOutcome } from "@/lib/terms/bad-ratings";
import { isCodeOf } from "@/lib/terms/option-map";
import type { Need } from "@/lib/workflow/transition";
import type { BadRatingAction } from "./workflow";

/** 办理时除说明以外要选的。 */
export type Choice = "assigneeId" | "verdict" | "complex" | "outcome";

export const HANDLING_TEXT_MAX = 500;

interface HandlingForm {
  choices: readonly Choice[];
  text: { label: string; help?: string; missing?: string; missingWhenNeeded?: string };
}

/** 申诉之前与复核当中都要说的。 */
export const noDeciderWords = "本机构没有别的好差评管理员可以复核这件申诉，没有人复核的只能撤回";

const SEEN = "评价人看得到，请不要写个人信息";

/** 每个动作要填什么；页面与服务端问同一处。没有 missing 的说明可以不写，流程表这一条线要理由的除外。 */
export const handlingForms: Readonly<Record<BadRatingAction, HandlingForm>> = {
  assign: { choices: ["assigneeId"], text: { label: "分派说明" } },
  reassign: { choices: ["assigneeId"], text: { label: "改派理由", missing: "请写明改派的理由" } },
  verify: { choices: ["verdict", "complex"], text: { label: "核实情况", help: "向谁了解、查了什么、事实怎样", missing: "请写明核实情况" } },
  startRectifying: { choices: [], text: { label: "整改措施", help: "改什么、怎么改、由谁改", missing: "请写明整改措施" } },
  answer: { choices: [], text: { label: "答复", help: SEEN, missing: "请写明给评价人的答复" } },
  appeal: { choices: [], text: { label: "申诉理由", help: "由办理人以外的好差评管理员复核", missing: "请写明申诉的理由" } },
  withdrawAppeal: { choices: [], text: { label: "撤回理由", help: "撤回之后回到已核实，可以重新核实或再申诉", missing: "请写明撤回的理由" } },
  upholdRating: { choices: [], text: { label: "复核意见", help: "承办人看得到；随后须按合理差评整改", missing: "请写明复核意见" } },
  exclude: { choices: [], text: { label: "复核结论与答复", help: SEEN, missing: "请写明排除的理由" } },
  callBack: { choices: ["outcome"], text: { label: "回访情况", help: "评价人怎么说；联系不上的写明时间与次数", missing: "请写明回访情况" } },
  sendBack: { choices: [], text: { label: "退回理由", help: "评价人还不满意什么", missing: "请写明退回的理由" } },
  close: { choices: [], text: { label: "办结说明", missingWhenNeeded: "评价人仍不满意，请写明办结的理由" } },
};

/** 一次办理所填；不属于这个动作的不看。 */
export interface HandlingWords {
  assigneeId?: string;
  verdict?: string;
  complex?: boolean;
  outcome?: string;
  text: string;
}

const chosen: Readonly<Record<Choice, (words: HandlingWords) => string | undefined>> = {
  assigneeId: ({ assigneeId }) => (assigneeId ? undefined : "请选择办理人"),
  verdict: ({ verdict }) => (isCodeOf(badRatingVerdicts, verdict) ? undefined : "请选择核实结论"),
  complex: () => undefined,
  outcome: ({ outcome }) => (isCodeOf(callBackOutcomes, outcome) ? undefined : "请选择回访结果"),
};

/** 说明没写时的提示；可以不写的为空。needs 是流程表这一条线所要的。 */
export function missingText(action: BadRatingAction, needs: readonly Need[]): string | undefined {
  const { missing, missingWhenNeeded } = handlingForms[action].text;
  return missing ?? (needs.includes("reason") ? missingWhenNeeded : undefined);
}

/** 还缺什么，逐字段；空即可以办。 */
export function faultsOf(action: BadRatingAction, words: HandlingWords, needs: readonly Need[] = []): Record<string, string> {
  const { choices } = handlingForms[action];
  const missing = missingText(action, needs);
  const faults = choices.flatMap((choice) => {
    const fault = chosen[choice](words);
    return fault ? [[choice, fault] as const] : [];
  });
  if (missing && words.text.trim() === "") faults.push(["text" as Choice, missing]);
  return Object.fromEntries(faults);
}

/** 经过里的一句：所选的在前，说明在后。 */
export function noteOf(action: BadRatingAction, words: HandlingWords, assignee?: string): string {
  const { choices } = handlingForms[action];
  const said = [
    choices.includes("assigneeId") && assignee ? `由${assignee}办理` : "",
    choices.includes("verdict") ? badRatingVerdicts[words.verdict as BadRatingVerdict] : "",
    choices.includes("complex") && words.complex ? "情况复杂" : "",
    choices.includes("outcome") ? callBackOutcomes[words.outcome as CallBackOutcome] : "",
    words.text.trim(),
  ];
  return said.filter(Boolean).join("；");
}
