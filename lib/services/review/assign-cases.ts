import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findAccount } from "@/lib/data/accounts";
import { type Db, transaction } from "@/lib/data/client";
import { type CaseToMove, insertHolderNotices, listNumbersOf, listReviewersIn, lockCasesToMove, type ReviewerRecord, setHolder } from "@/lib/data/holders";
import { distribute } from "@/lib/licensing/assignment";
import { reviewPosts, runningStatesOf } from "@/lib/licensing/stages";
import { recordAudit } from "@/lib/services/audit/record-audit";
import type { HolderNoticeKind } from "@/lib/terms/queue";

/** 一次至多移交这么多件；更多的再移交一次。 */
export const MOST_MOVED = 200;

/** 不能指派的，至多说出几个编号。 */
const NAMED = 10;

const target = { toIds: z.array(z.uuid()).min(1, "请选择接手的人").max(20, "请至多选择20人"), reason: z.string().trim().min(1, "请写明理由").max(200, "理由请不超过200字") };

export const AssignCasesInput = z.object({ caseIds: z.array(z.uuid()).min(1, "请选择案件").max(MOST_MOVED), ...target });
export type AssignCasesInput = z.output<typeof AssignCasesInput>;

export const RedistributeInput = z.object({ fromId: z.uuid(), ...target });
export type RedistributeInput = z.output<typeof RedistributeInput>;

export interface AssignOutcome {
  moved: number;
  /** 选中的人都不能接的：编号。 */
  left: string[];
  /** 这个人手上还有，须再移交一次。 */
  more: boolean;
}

/**
 * 指派：把选中的案件平均交给一位或几位同事；签发岗与系统管理员可以办，只限本机构。
 * @throws Refusal invalid 选中的人外出或不在本机构；notFound 不是本机构在办的案件
 */
export async function assignCases(actor: Actor, { caseIds, toIds, reason }: AssignCasesInput): Promise<AssignOutcome> {
  const staff = authorised(actor);
  return transaction(async (tx) => {
    const cases = await lockCasesToMove(tx, { officeCode: staff.officeCode, states: runningStatesOf(), ids: caseIds, limit: MOST_MOVED });
    const missing = [...new Set(caseIds)].filter((id) => !cases.some((found) => found.id === id));
    if (missing.length > 0) throw await notRunning(tx, staff.officeCode, missing);
    return { ...(await move(tx, staff, cases, await presentTakers(tx, staff, toIds), reason)), more: false };
  });
}

/**
 * 移交一个人手上的全部在办案件（外出、调岗），平均分给几位同事；一次至多 200 件。
 * @throws Refusal notFound 不是本机构的人；conflict 此人手上没有在办的案件
 */
export async function redistributeCases(actor: Actor, { fromId, toIds, reason }: RedistributeInput): Promise<AssignOutcome> {
  const staff = authorised(actor);
  return transaction(async (tx) => {
    const from = await findAccount(tx, fromId);
    if (from?.audience !== "staff" || from.officeCode !== staff.officeCode) throw notFound("这位内网人员");
    const takers = (await presentTakers(tx, staff, toIds)).filter(({ id }) => id !== fromId);
    if (takers.length === 0) throw invalidTakers("请选择另外的人");
    const cases = await lockCasesToMove(tx, { officeCode: staff.officeCode, states: runningStatesOf(), holderId: fromId, limit: MOST_MOVED + 1 });
    if (cases.length === 0) throw new Refusal("conflict", "此人手上没有在办的案件");
    return { ...(await move(tx, staff, cases.slice(0, MOST_MOVED), takers, reason)), more: cases.length > MOST_MOVED };
  });
}

function authorised(actor: Actor): StaffActor {
  const staff = requireStaff(actor);
  authorise(staff, "case.assign", { officeCode: staff.officeCode });
  return staff;
}

/** 有的不能指派：本机构的说出编号（已经办结的），别的机构的不说。 */
async function notRunning(tx: Db, officeCode: string, missing: readonly string[]): Promise<Refusal> {
  const numbers = (await listNumbersOf(tx, officeCode, missing)).slice(0, NAMED);
  if (numbers.length === 0) return notFound("其中有的案件");
  return notFound(`在办的${numbers.join("、")}${missing.length > numbers.length ? `等 ${missing.length} 件` : ""}，请取消选择后再指派`);
}

const invalidTakers = (message: string): Refusal => new Refusal("invalid", message, { fields: { toIds: message } });

/** 接手的人都在本机构、在用、今天不外出。 */
async function presentTakers(tx: Db, staff: StaffActor, toIds: readonly string[]): Promise<ReviewerRecord[]> {
  const reviewers = await listReviewersIn(tx, staff.officeCode, reviewPosts);
  const takers = reviewers.filter(({ id }) => toIds.includes(id));
  if (takers.length !== new Set(toIds).size) throw invalidTakers("请选择本机构办理案件的人");
  const away = takers.find(({ absences }) => absences.some(({ now }) => now));
  if (away) throw invalidTakers(`${away.displayName}外出，请选择别的人`);
  return takers;
}

async function move(tx: Db, staff: StaffActor, cases: readonly CaseToMove[], takers: readonly ReviewerRecord[], reason: string): Promise<Pick<AssignOutcome, "moved" | "left">> {
  const places = distribute(cases, takers);
  const placed = cases.flatMap((found) => {
    const taker = takers.find(({ id }) => id === places.get(found.id));
    return taker ? [{ found, taker }] : [];
  });
  for (const { id } of takers) {
    await setHolder(tx, placed.filter(({ taker }) => taker.id === id).map(({ found }) => found.id), id);
  }
  await insertHolderNotices(tx, placed.flatMap(({ found, taker }) => noticesOf(found, taker, staff, reason)));
  for (const { found, taker } of placed) {
    const action = found.holderId ? "case.reassign" : "case.assign";
    await recordAudit(tx, { actor: staff, action, subject: "Case", subjectId: found.id, detail: { from: found.holderId, to: taker.id, reason } });
  }
  return { moved: placed.length, left: cases.filter(({ id }) => places.get(id) === undefined).map(({ number }) => number) };
}

/** 告诉原来的承办人与接手的人；自己办的不必告诉自己。 */
function noticesOf(found: CaseToMove, taker: ReviewerRecord, staff: StaffActor, reason: string) {
  const about = { caseId: found.id, byName: staff.name, holderName: taker.displayName, reason };
  const told: { accountId: string; kind: HolderNoticeKind }[] = [{ accountId: taker.id, kind: "assigned" }, ...(found.holderId ? [{ accountId: found.holderId, kind: "movedAway" as const }] : [])];
  return told.filter(({ accountId }) => accountId !== staff.accountId).map((one) => ({ ...about, ...one }));
}
