import { type BadRatingState, badRatingVerdicts, type BadRatingVerdict, callBackOutcomes } from "@/lib/terms/bad-ratings";
import { wordOf } from "@/lib/terms/option-map";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";
import type { BadRatingStep } from "./views";
import { badRatingWorkflow, responsibleRole } from "./workflow";

const quietWords: Readonly<Record<string, string>> = { open: "收到差评", remind: "已提醒", lookUpPhone: "查看电话" };

/** 经过里一步的名称。 */
export function wordOfStep(action: string, fromState: string): string {
  const row = badRatingWorkflow.find((one) => one.action === action && one.from.includes(fromState as BadRatingState));
  return row?.label ?? quietWords[action] ?? action;
}

interface Told {
  state: BadRatingState;
  verdict: string | null;
  callBack: string | null;
  appeal: string;
  createdAt: Date;
}

interface Happened {
  action: string;
  at: Date;
}

const path: readonly { name: string; states: readonly BadRatingState[]; by: readonly string[] }[] = [
  { name: "收到", states: [], by: ["open"] },
  { name: "分派", states: ["new"], by: ["assign"] },
  { name: "核实", states: ["assigned"], by: ["verify"] },
  { name: "整改", states: ["verified", "rectifying", "appealed"], by: ["answer", "exclude"] },
  { name: "答复", states: [], by: ["answer", "exclude"] },
  { name: "回访", states: ["answered"], by: ["callBack"] },
  { name: "办结", states: ["calledBack"], by: ["close"] },
];

function nameOf(name: string, { verdict, appeal }: Told): string {
  if (name !== "整改") return name;
  if (appeal === "raised" || appeal === "excluded" || verdict === "mistaken" || verdict === "malicious") return "申诉复核";
  return verdict === "unreasonable" ? "说明" : "整改";
}

function detailOf(name: string, { verdict, callBack }: Told): string {
  if (name === "核实" && verdict) return badRatingVerdicts[verdict as BadRatingVerdict];
  return name === "回访" && callBack ? wordOf(callBackOutcomes, callBack) : "";
}

const shortDay = (at: Date): string => formatChineseDate(shanghaiDate(at)).replace(/^\d+年/, "");

/** 时间线：走过的写日期，正在走的标出；办结而没有回访的，回访那一步不算走过。 */
export function stepsOf(told: Told, history: readonly Happened[], yours: boolean): BadRatingStep[] {
  const now = path.findIndex(({ states }) => states.includes(told.state));
  return path.map(({ name, by }, index) => {
    const last = history.findLast(({ action }) => by.includes(action));
    const at = name === "收到" ? told.createdAt : last?.at;
    const passed = told.state === "closed" ? at !== undefined : index < now;
    const state = passed ? "done" : index === now ? (yours ? "yours" : "now") : "next";
    const note = passed && at ? [detailOf(name, told), shortDay(at)].filter(Boolean).join(" ") : told.state === "closed" && !passed ? "未留名，不需要" : "";
    return { name: nameOf(name, told), note, state };
  });
}

const officerOf = (state: BadRatingState): string => (state === "appealed" ? "办理人以外的好差评管理员" : "好差评管理员");

/** 一句话：现在由谁办、最迟哪天。 */
export function waitsFor({ state }: Pick<Told, "state">, assignee: string, dueOn: string | null): string {
  const role = responsibleRole[state];
  if (!role) return "";
  const who = role === "officer" ? officerOf(state) : assignee || "承办人";
  return `由${who}办理${dueOn ? `，期限 ${formatChineseDate(dueOn)}` : ""}`;
}
