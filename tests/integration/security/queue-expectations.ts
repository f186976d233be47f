import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { QueueQuery } from "@/lib/licensing/queue-query";
import { listQueuePeople, recordAbsence, removeAbsence } from "@/lib/services/review/absences";
import { assignCases, redistributeCases } from "@/lib/services/review/assign-cases";
import { exportQueue } from "@/lib/services/review/export-queue";
import { acknowledgeNotices } from "@/lib/services/review/holder-notices";
import { listQueuePage } from "@/lib/services/review/list-queue";
import { openDesk } from "@/lib/services/review/open-desk";
import { removeView, renameView, saveView } from "@/lib/services/review/saved-views";
import { addDays } from "@/lib/workflow/iso-date";
import type { Expectation } from "./expectations";
import { staffNamed, type World } from "./world";
import { staff } from "../review/cases";
import { planCase } from "../review/planned-cases";
import { today } from "../../builders/today";

const readers = ["intake", "examiner", "secondReviewer", "signer", "administrator"] as const;
const assigners = ["signer", "administrator"] as const;

/** 本机构还没有人承办的一件。 */
const unheldCase = async (): Promise<string> => (await planCase()).id;

/** 接手的人：世界里的受理岗，被拒的请求也不必新造一位。 */
const takers = (world: World): string[] => [staffNamed(world, "intake").accountId];

/** 本机构另外一位受理岗。 */
const colleague = async (): Promise<string> => (await staff(["intake"], "接手人")).accountId;

async function newAbsence(): Promise<string> {
  const { id } = await db().staffAbsence.create({ data: { accountId: await colleague(), fromOn: today(), untilOn: addDays(today(), 2), createdById: randomUUID() } });
  return id;
}

/** 一位手上有一件的受理岗。 */
async function busyPerson(): Promise<string> {
  const accountId = await colleague();
  await planCase({ holderId: accountId });
  return accountId;
}

/** 工作列表的服务对谁开放。 */
export const queueExpectations: Readonly<Record<string, Expectation>> = {
  "review/absences#listQueuePeople": { open: { staff: readers }, call: (actor) => listQueuePeople(actor) },
  "review/absences#recordAbsence": { open: { staff: assigners }, record: colleague, call: (actor, accountId) => recordAbsence(actor, { accountId, fromOn: today(), untilOn: today(), note: "" }) },
  "review/absences#removeAbsence": { open: { staff: assigners }, record: newAbsence, call: (actor, id) => removeAbsence(actor, { id }) },
  "review/assign-cases#assignCases": { open: { staff: assigners }, record: unheldCase, call: (actor, id, world) => assignCases(actor, { caseIds: [id], toIds: takers(world), reason: "分工" }) },
  "review/assign-cases#redistributeCases": { open: { staff: assigners }, record: busyPerson, call: (actor, fromId, world) => redistributeCases(actor, { fromId, toIds: takers(world), reason: "分工" }) },
  "review/export-queue#exportQueue": { open: { staff: readers }, call: (actor) => exportQueue(actor, {}, "csv") },
  "review/holder-notices#acknowledgeNotices": { open: { staff: readers }, call: (actor) => acknowledgeNotices(actor, { ids: [randomUUID()] }) },
  "review/list-queue#listQueuePage": { open: { staff: readers }, call: (actor) => listQueuePage(actor, {}) },
  "review/open-desk#openDesk": { open: { staff: readers }, call: (actor) => openDesk(actor, {}) },
  "review/saved-views#saveView": { open: { staff: readers }, call: (actor) => saveView(actor, { name: randomUUID().slice(0, 30), query: QueueQuery.parse({}) }) },
  "review/saved-views#renameView": { open: { staff: readers }, call: async (actor) => renameView(actor, { id: await viewOf(actor), name: randomUUID().slice(0, 30) }) },
  "review/saved-views#removeView": { open: { staff: readers }, call: async (actor) => removeView(actor, { id: await viewOf(actor) }) },
};

/** 本人的一个筛选；看不到工作列表的人没有。 */
async function viewOf(actor: Actor): Promise<string> {
  if (actor.kind !== "staff" || !actor.roles.some((role) => (readers as readonly string[]).includes(role))) return randomUUID();
  return (await db().savedView.create({ data: { accountId: actor.accountId, name: randomUUID(), query: {} } })).id;
}

/** 收身份、但不直接对外的。 */
export const queueInner: Readonly<Record<string, string>> = {
  "review/queue-scope#authorisedStaff": "由工作列表的各服务调用，授权在其中",
  "review/queue-scope#digestScope": "只由身份算出筛选的范围，不读库；工作列表与今日提醒授权之后调用",
};
