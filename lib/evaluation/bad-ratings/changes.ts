import type { AppealState } from "@/lib/terms/bad-ratings";
import type { HolidayCalendar } from "@/lib/workflow/calendar";
import { type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { appealDueOn, callBackDueOn, type HandlingDays, rectifyDueOn, verifyDueOn } from "./deadlines";
import type { HandlingWords } from "./handling";
import type { BadRatingAction } from "./workflow";

/** 办理改动的各栏；没有列出的不变。 */
export interface BadRatingChange {
  assigneeId?: string;
  assignedAt?: Date;
  verdict?: string;
  verifiedById?: string;
  verifiedAt?: Date;
  complex?: boolean;
  stageDueOn?: IsoDate | null;
  rectifyDueOn?: IsoDate;
  rectifiedAt?: Date | null;
  onTime?: boolean | null;
  answer?: string;
  answeredAt?: Date | null;
  calledBackAt?: Date | null;
  callBack?: string | null;
  appeal?: AppealState;
  appealById?: string | null;
  appealReason?: string | null;
  appealDecidedById?: string;
  closedAt?: Date;
}

export interface Handled {
  action: BadRatingAction;
  words: HandlingWords;
  doerId: string;
  moment: Date;
  days: HandlingDays;
  calendar: HolidayCalendar;
  /** 办理之前的样子。 */
  before: { createdAt: Date; complex: boolean; rectifyDueOn: string | null };
}

const changes: Readonly<Record<BadRatingAction, (handled: Handled, today: IsoDate) => BadRatingChange>> = {
  assign: ({ words, moment, days, calendar }, today) => ({ assigneeId: words.assigneeId, assignedAt: moment, stageDueOn: verifyDueOn(today, days, calendar) }),
  // 期限不因换人而延后
  reassign: ({ words, moment }) => ({ assigneeId: words.assigneeId, assignedAt: moment }),
  verify: verified,
  startRectifying: () => ({}),
  answer: ({ words, moment, days, calendar, before }, today) => ({
    answer: words.text.trim(), answeredAt: moment, rectifiedAt: moment, onTime: before.rectifyDueOn === null || today <= before.rectifyDueOn,
    stageDueOn: callBackDueOn(today, days, calendar),
  }),
  appeal: ({ words, doerId, days, calendar }, today) => ({ appeal: "raised", appealById: doerId, appealReason: words.text.trim(), stageDueOn: appealDueOn(today, days, calendar) }),
  // 自己撤回的，期限回到原来的整改期限；理由与申诉的话都在经过里
  withdrawAppeal: ({ before }) => ({ appeal: "none", appealById: null, appealReason: null, stageDueOn: before.rectifyDueOn }),
  // 复核占去的日子不算在整改里：自复核次日起重新计
  upholdRating: (handled, today) => ({ appeal: "upheld", appealDecidedById: handled.doerId, verdict: "reasonable", ...mendFrom(today, handled, handled.before.complex) }),
  exclude: ({ words, doerId, moment, days, calendar }, today) => ({
    appeal: "excluded", appealDecidedById: doerId, answer: words.text.trim(), answeredAt: moment, stageDueOn: callBackDueOn(today, days, calendar),
  }),
  callBack: ({ words, moment }) => ({ callBack: words.outcome, calledBackAt: moment }),
  sendBack: (handled, today) => ({
    ...mendFrom(today, handled, handled.before.complex), rectifiedAt: null, onTime: null, answeredAt: null, calledBackAt: null, callBack: null,
  }),
  close: ({ moment }) => ({ closedAt: moment, stageDueOn: null }),
};

function verified(handled: Handled): BadRatingChange {
  const { words, doerId, moment, before } = handled;
  const complex = words.complex === true;
  return { verdict: words.verdict, complex, verifiedById: doerId, verifiedAt: moment, ...mendFrom(shanghaiDate(before.createdAt), handled, complex) };
}

/** 整改期限同时是本环节期限。 */
function mendFrom(from: IsoDate, { days, calendar }: Handled, complex: boolean): { stageDueOn: IsoDate; rectifyDueOn: IsoDate } {
  const due = rectifyDueOn(from, complex, days, calendar);
  return { stageDueOn: due, rectifyDueOn: due };
}

/** 一个动作改动哪些栏：期限、结论、时刻；按北京时间的今天算。 */
export const changeOf = (handled: Handled): BadRatingChange => changes[handled.action](handled, shanghaiDate(handled.moment));
