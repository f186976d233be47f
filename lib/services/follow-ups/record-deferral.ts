import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import type { FollowUpRecord } from "@/lib/data/follow-ups";
import { faultInReason } from "@/lib/forms/written-text";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { moment, now } from "@/lib/services/platform/clock";
import { addWorkingDays, type HolidayCalendar, workingDaysBetween } from "@/lib/workflow/calendar";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { failDeferral } from "./fail-deferral";
import { detailOf } from "./follow-up-view";
import { lockTask, noteOnCase, settleTask, stale } from "./lock-task";
import { tellEnterprise } from "./tell-enterprise";

export const RecordDeferralInput = z.object({
  followUpId: z.uuid(),
  revision: z.int().positive(),
  verdict: z.enum(["met", "incomplete"]),
  note: z.string().trim().max(500, "说明最多 500 个字").default(""),
});
export type RecordDeferralInput = z.input<typeof RecordDeferralInput>;

/**
 * 核对补交的容缺材料：按时补齐的继续办理；不齐的，期限内退回再补，逾期才补交的不予许可（L-6-07）。
 * @throws Refusal conflict 企业还没有提交，或别人先办了；invalid 不齐而没有写明差什么
 */
export async function recordDeferral(actor: Actor, input: RecordDeferralInput): Promise<{ refused: boolean }> {
  const staff = requireStaff(actor);
  const note = input.note?.trim() ?? "";
  return transaction(async (tx) => {
    const record = await lockTask(tx, input.followUpId, ["deferral"]);
    authorise(staff, "followUp.check", { officeCode: record.officeCode }, "这件任务");
    if (record.revision !== input.revision) throw stale();
    if (record.state !== "supplied") throw new Refusal("conflict", "企业还没有提交补齐的材料");
    if (input.verdict === "met") return meet(tx, staff, record, note);
    const fault = faultInReason(note, "请写明还差什么", "说明");
    if (fault) throw new Refusal("invalid", fault, { fields: { note: fault } });
    const { today: on, calendar } = await moment(tx);
    return isLate(record) ? fail(tx, staff, record, note) : reopen(tx, staff, record, note, record.dueOn < on ? addWorkingDays(on, 1 + daysLeft(record, calendar), calendar) : record.dueOn);
  });
}

async function meet(tx: Db, staff: StaffActor, record: FollowUpRecord, note: string): Promise<{ refused: boolean }> {
  await settleTask(tx, staff, record, "followUp.met", { state: "met", result: note === "" ? "按时补齐" : note, closedAt: await now(tx), closedById: staff.accountId });
  await noteOnCase(tx, staff, record, "deferralMet", staff.roles[0] ?? "", note);
  const messageId = await tellEnterprise(tx, record, "deferralMet", { followUpId: record.id, dueOn: record.dueOn });
  await issueDocument(tx, { caseId: record.caseId, enterpriseId: record.enterpriseId, followUpId: record.id, kind: "deferralMet", by: { id: staff.accountId, name: staff.name }, messageId });
  return { refused: false };
}

const suppliedOn = (record: FollowUpRecord): string => shanghaiDate(new Date(detailOf(record).suppliedAt ?? record.openedAt));

/** 企业补交时已经逾期；按时补交、期限过后才核对的，不算企业逾期。 */
const isLate = (record: FollowUpRecord): boolean => record.dueOn < suppliedOn(record);

/** 补交那天离期限还有几个工作日：核对占去的时间还给企业。 */
const daysLeft = (record: FollowUpRecord, calendar: HolidayCalendar): number => Math.max(0, workingDaysBetween(suppliedOn(record), record.dueOn, calendar));

/** 还在期限内，或期限在核对时过去的：退回再补，文件仍在，可以更换。 */
async function reopen(tx: Db, staff: StaffActor, record: FollowUpRecord, note: string, dueOn: string): Promise<{ refused: boolean }> {
  await settleTask(tx, staff, record, "followUp.incomplete", { state: "open", dueOn, detail: { ...detailOf(record), note } });
  await noteOnCase(tx, staff, record, "deferralIncomplete", staff.roles[0] ?? "", note);
  await tellEnterprise(tx, record, "deferralIncomplete", { followUpId: record.id, dueOn, note });
  return { refused: false };
}

async function fail(tx: Db, staff: StaffActor, record: FollowUpRecord, note: string): Promise<{ refused: boolean }> {
  await noteOnCase(tx, staff, record, "deferralIncomplete", staff.roles[0] ?? "", note);
  return { refused: await failDeferral(tx, staff, record) };
}
