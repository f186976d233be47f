import type { ReminderKind } from "@/lib/terms/reminders";
import { addWorkingDays, type HolidayCalendar } from "@/lib/workflow/calendar";
import { addDays, formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { renewalWindow } from "./licence/validity";

/** 提前几天提醒，由近到远；企业自己要办的按工作日，其余按日历日。 */
interface Steps {
  unit: "workingDays" | "days";
  before: readonly number[];
}

const soon: Steps = { unit: "workingDays", before: [1, 5] };

export const reminderSteps: Readonly<Record<ReminderKind, Steps>> = {
  correction: soon,
  deferral: soon,
  rectification: soon,
  conditions: soon,
  verification: { unit: "days", before: [5, 30] },
  licence: { unit: "days", before: [30, 60, 90] },
};

/** 一步提醒：到期日落在 from 到 to 之间的。 */
export interface ReminderRange {
  before: number;
  from: IsoDate;
  to: IsoDate;
}

/**
 * 今天（工作日）该提醒的各步，由近到远，互不重叠：错过远的一步，只补近的一步。
 * 按日历日的，提醒日落在下一个工作日之前的休息日时，提早到今天，休息日不发短信。
 */
export function reminderRanges(kind: ReminderKind, today: IsoDate, calendar: HolidayCalendar): ReminderRange[] {
  const { unit, before } = reminderSteps[kind];
  const lastBeforeNext = addDays(addWorkingDays(today, 1, calendar), -1);
  const ends = before.map((days) => (unit === "workingDays" ? addWorkingDays(today, days, calendar) : addDays(lastBeforeNext, days)));
  return before.map((days, index) => ({ before: days, from: index === 0 ? today : addDays(ends[index - 1] ?? today, 1), to: ends[index] ?? today }));
}

/** 提醒所说的事。 */
export interface ReminderSubject {
  kind: ReminderKind;
  dueOn: IsoDate;
  /** 申请编号或许可证编号。 */
  number: string;
  caseId: string | null;
  followUpId: string | null;
  /** 任务要做什么。 */
  task: string;
}

export interface ReminderWords {
  title: string;
  body: string;
  href: string;
  sms?: string;
  /** 留下的待办；别的事已有自己的待办。 */
  todo?: { kind: "renewal"; title: string; detail: string; dueOn: IsoDate };
}

const SIGN_IN = "请登录系统办理。";

function taskWords(what: string): (subject: ReminderSubject) => ReminderWords {
  return ({ number, dueOn, followUpId }) => {
    const day = formatChineseDate(dueOn);
    return { title: `${what}将到期`, body: `${number} 的${what}到${day}为止，请在期限内办理。`, href: `/follow-ups/${followUpId ?? ""}`, sms: `您的${what}（${number}）到${day}为止，${SIGN_IN}` };
  };
}

/** 许可证将届满：延续要赶在届满前三十日，过了就说另一条路（决定二）。 */
function licenceWords({ number, dueOn }: ReminderSubject, today: IsoDate): ReminderWords {
  const [expiry, { closesOn }] = [formatChineseDate(dueOn), renewalWindow(dueOn)];
  const open = today <= closesOn;
  const way = open ? `需要延续的，请在${formatChineseDate(closesOn)}前提交延续申请` : "延续申请的期限已过，届满之后需要的，请办理许可证新申请";
  return {
    title: "许可证将届满", body: `许可证 ${number} 的有效期到${expiry}为止。${way}。`, href: open ? "/guides/renewal?start" : "/guides/new-licence?start",
    sms: `您的许可证 ${number} 的有效期到${expiry}为止，${way}。`,
    ...(open ? { todo: { kind: "renewal", title: "请办理许可证延续", detail: `许可证 ${number}，有效期到${expiry}`, dueOn: closesOn } } : {}),
  };
}

const words: Readonly<Record<ReminderKind, (subject: ReminderSubject, today: IsoDate) => ReminderWords>> = {
  correction: ({ number, dueOn, caseId }) => {
    const day = formatChineseDate(dueOn);
    return {
      title: "补正期限将到", body: `${number} 的补正期限到${day}为止，还没有重新提交；逾期不予受理。`, href: `/applications/${caseId ?? ""}`,
      sms: `您的申请（${number}）补正期限到${day}为止，逾期不予受理，${SIGN_IN}`,
    };
  },
  deferral: taskWords("容缺材料补齐"),
  rectification: taskWords("限期整改"),
  conditions: taskWords("在册人员补足"),
  // 核查由机构来做，企业要准备的是证明材料
  verification: ({ number, dueOn }) => ({
    title: "告知承诺将核查", body: `${number} 的告知承诺将在${formatChineseDate(dueOn)}前核查，请备好证明材料。`, href: "/licences",
  }),
  licence: licenceWords,
};

/** 一条提醒的文字。 */
export const reminderWords = (subject: ReminderSubject, today: IsoDate): ReminderWords => words[subject.kind](subject, today);
