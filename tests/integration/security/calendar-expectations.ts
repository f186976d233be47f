import { exportFollowUps } from "@/lib/services/follow-ups/export-follow-ups";
import { countTasks } from "@/lib/services/follow-ups/list-follow-ups";
import { exportExpiring, listExpiring } from "@/lib/services/licences/list-expiring";
import { changeCalendar, getCalendar, previewCalendar } from "@/lib/services/settings/calendar";
import { builtInCalendar } from "@/lib/workflow/calendar";
import type { Expectation } from "./expectations";
import { seen } from "./seen";
import { staffNamed } from "./world";

const administrator = { staff: ["administrator"] as const };
const checkers = { staff: ["intake", "examiner", "signer"] as const };
const reviewers = { staff: ["intake", "examiner", "secondReviewer", "signer"] as const };
const licenceReaders = { staff: [...reviewers.staff, "administrator", "auditor"] as const };

/** 一份与现在没有差别的安排。 */
const same = () => {
  const { year, source, provisional, daysOff, makeUpWorkdays } = builtInCalendar.yearOf(2026);
  return { year, source, provisional, daysOff: [...daysOff], makeUpWorkdays: [...makeUpWorkdays] };
};

/** 节假日安排、提醒与期限名单的服务对谁开放。 */
export const calendarExpectations: Readonly<Record<string, Expectation>> = {
  "settings/calendar#getCalendar": { open: administrator, acrossOffices: true, call: (actor) => getCalendar(actor) },
  "settings/calendar#previewCalendar": { open: administrator, acrossOffices: true, call: (actor) => previewCalendar(actor, same()) },
  "settings/calendar#changeCalendar": { open: administrator, acrossOffices: true, call: async (actor, _id, world) => changeCalendar(actor, { wanted: same(), version: await seen.year(staffNamed(world, "administrator"), 2026), expected: { cases: 0, tasks: 0 } }) },
  "follow-ups/list-follow-ups#countTasks": { open: checkers, call: (actor) => countTasks(actor) },
  "follow-ups/export-follow-ups#exportFollowUps": { open: checkers, call: (actor) => exportFollowUps(actor, { kind: "deferral", cut: "overdue" }, "csv") },
  "licences/list-expiring#listExpiring": { open: licenceReaders, call: (actor) => listExpiring(actor) },
  "licences/list-expiring#exportExpiring": { open: licenceReaders, call: (actor) => exportExpiring(actor, {}, "csv") },
};
