import type { BadRatingState } from "@/lib/terms/bad-ratings";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";

const todo: Readonly<Record<BadRatingState, string>> = {
  new: "分派", assigned: "核实", verified: "办理", rectifying: "整改并答复", appealed: "复核申诉", answered: "回访", calledBack: "办结", closed: "",
};

/** 提醒的话；评价的内容与评价人都不在短信里。 */
export function reminderText(state: BadRatingState, matter: string, dueOn: IsoDate, today: IsoDate): { note: string; sms: string } {
  const late = today > dueOn;
  const day = formatChineseDate(dueOn);
  const note = late ? `${todo[state]}已逾期，期限为${day}` : `请在${day}前${todo[state]}`;
  return { note, sms: `您有一件差评（${matter}）${late ? `${todo[state]}已逾期，期限为${day}` : `须在${day}前${todo[state]}`}，请登录内网“差评办理”。` };
}
