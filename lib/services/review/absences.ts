import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findAbsence, findOverlap, insertAbsence, lockStaffAccount, removeAbsence as markRemoved } from "@/lib/data/absences";
import { type Db, db, transaction } from "@/lib/data/client";
import { countHeld, listReviewers, type ReviewerRecord } from "@/lib/data/holders";
import type { QueueColleague, QueuePerson } from "@/lib/licensing/queue-views";
import { reviewPosts, runningStatesOf } from "@/lib/licensing/stages";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { isIsoDate } from "@/lib/workflow/iso-date";
import { authorisedStaff } from "./queue-scope";

const day = z.string().trim().max(10).refine(isIsoDate, "请填写日期，如 2026-12-01");

export const RecordAbsenceInput = z.object({ accountId: z.uuid(), fromOn: day, untilOn: day, note: z.string().trim().max(100, "说明请不超过100字") });
export type RecordAbsenceInput = z.output<typeof RecordAbsenceInput>;

/** 本机构办案的人：岗位、手上的件数、外出。 */
export async function listQueuePeople(actor: Actor): Promise<QueuePerson[]> {
  const staff = authorisedStaff(actor);
  const [reviewers, held] = await Promise.all([listReviewers(staff.officeCode, reviewPosts), countHeld(staff.officeCode, runningStatesOf())]);
  return reviewers.map((reviewer) => ({
    ...colleagueOf(reviewer), held: held.get(reviewer.id) ?? 0, own: reviewer.id === staff.accountId, absences: reviewer.absences,
  }));
}

/** 筛选与指派时可选的同事。 */
export const colleagueOf = ({ id, displayName, roles, absences }: ReviewerRecord): QueueColleague => ({
  id, name: displayName, posts: roles.map((role) => wordOf(staffRoles, role)).join("、"), awayUntil: absences.find(({ now }) => now)?.untilOn ?? "",
});

/**
 * 登记外出：本人、签发岗或系统管理员。
 * @throws Refusal invalid 日期不对；conflict 与已登记的重叠；notFound 不是本机构的人
 */
export async function recordAbsence(actor: Actor, { accountId, fromOn, untilOn, note }: RecordAbsenceInput): Promise<void> {
  const staff = authorisedStaff(actor);
  authoriseFor(actor, accountId, staff.accountId);
  await transaction(async (tx) => {
    const person = await lockStaffAccount(tx, accountId);
    if (person?.officeCode !== staff.officeCode) throw notFound("这位内网人员");
    await requireSensible(tx, accountId, fromOn, untilOn);
    await insertAbsence(tx, { accountId, fromOn, untilOn, note, createdById: staff.accountId });
    await recordAudit(tx, { actor, action: "absence.record", subject: "Account", subjectId: accountId, detail: { fromOn, untilOn, note } });
  });
}

async function requireSensible(tx: Db, accountId: string, fromOn: string, untilOn: string): Promise<void> {
  const wrong = (message: string): Refusal => new Refusal("invalid", message, { fields: { untilOn: message } });
  if (untilOn < fromOn) throw wrong("请填写不早于开始那天的日期");
  if (untilOn < (await today(tx))) throw wrong("请填写今天以后的日期");
  const other = await findOverlap(tx, accountId, fromOn, untilOn);
  if (other) throw new Refusal("conflict", `已登记 ${other.fromOn} 至 ${other.untilOn} 外出，请先取消或改填别的日期`);
}

/** 自己的自己登记；别人的由签发岗、系统管理员登记。 */
function authoriseFor(actor: Actor, accountId: string, own: string): void {
  if (accountId === own) authorise(actor, "application.review");
  else authorise(actor, "case.assign");
}

export const RemoveAbsenceInput = z.object({ id: z.uuid() });

/** 取消一段外出；提前回来也用它。 */
export async function removeAbsence(actor: Actor, { id }: z.output<typeof RemoveAbsenceInput>): Promise<void> {
  const staff = authorisedStaff(actor);
  const found = await findAbsence(db(), id);
  if (found?.account.officeCode !== staff.officeCode) throw notFound("这段外出");
  authoriseFor(actor, found.accountId, staff.accountId);
  await transaction(async (tx) => {
    if (!(await markRemoved(tx, id))) throw notFound("这段外出");
    await recordAudit(tx, { actor, action: "absence.remove", subject: "Account", subjectId: found.accountId, detail: { fromOn: found.fromOn, untilOn: found.untilOn } });
  });
}
