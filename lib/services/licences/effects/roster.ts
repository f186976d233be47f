import { Refusal } from "@/lib/access/refusal";
import { listParties } from "@/lib/data/business-facts";
import { reclaimElectricians } from "@/lib/data/claims";
import type { Db } from "@/lib/data/client";
import {
  endEngagementsExcept, endEngagementOf, keepClaimsOfLicensee, listEngagedElsewhere, lockRosters, listRosterChangesSince, moveEngaged, storeEngagements, sweepClaims,
} from "@/lib/data/engagements";
import type { LicenceEffect } from "@/lib/licensing/business";
import { type EngagedPerson, peopleOf, personnelSources } from "@/lib/licensing/people";
import { closeConditions } from "@/lib/services/follow-ups/keep-conditions";
import type { Effected, EffectOrder } from "./order";

/**
 * 在册人员以本次申请的名册为准：不在其中的离册，新来的入册，留任的更新内容。from 为从其手里转来的另一方（决定七）。
 * 提交之后另案准予的离职、入职照旧（决定十四：作用于签发之时的许可证）。
 */
export async function replaceRoster(tx: Db, order: EffectOrder, from: readonly string[]): Promise<Effected> {
  const { left, joined } = await listRosterChangesSince(tx, order.enterprise.id, order.caseId);
  const people = peopleOf(order.context.answers).filter((person) => !left.some(({ idNumber, kind }) => idNumber === person.idNumber && kind === person.kind));
  const numbers = people.map((person) => person.idNumber);
  for (const party of await listParties(tx, from)) await moveEngaged(tx, { from: party.id, to: order.enterprise.id, on: order.today }, numbers);
  await requireFree(tx, order, people);
  await requireElectricians(tx, order, people, from);
  await endEngagementsExcept(tx, order.enterprise.id, [...people, ...joined], order.today);
  await storeEngagements(tx, { enterpriseId: order.enterprise.id, caseId: order.caseId, fromOn: order.today }, people);
  await settleClaims(tx, order);
  // 名册刚审查过，先前的限期补足随之了结
  if (left.length > 0) return { rosterDiffers: true };
  await closeConditions(tx, order.enterprise.id);
  return {};
}

/** 一人离职：这些任职到此为止，不再任职的电工登记释放。 */
export async function leaveRoster(tx: Db, order: EffectOrder, { idNumber, roles, on }: Extract<LicenceEffect, { kind: "leave" }>): Promise<void> {
  const ended = await endEngagementOf(tx, order.enterprise.id, { idNumber, roles }, on);
  if (ended === 0) throw new Refusal("conflict", "此人已不在贵单位的在册人员中，请退回核对");
  await settleClaims(tx, order);
}

/** 一人入职。 */
export async function joinRoster(tx: Db, order: EffectOrder, { person, on }: Extract<LicenceEffect, { kind: "join" }>): Promise<void> {
  await requireFree(tx, order, [person]);
  await storeEngagements(tx, { enterpriseId: order.enterprise.id, caseId: order.caseId, fromOn: on }, [asRow(person, order.caseId)]);
  await settleClaims(tx, order);
}

/** 名册上的人是一行，须有行的标识，后来的申请沿用时文件跟着它；一案至多入职一人，就用案件的。 */
function asRow(person: EngagedPerson, rowId: string): EngagedPerson {
  const inTable = personnelSources.some(({ kind, table }) => kind === person.kind && table !== undefined);
  return inTable ? { ...person, detail: { ...person.detail, rowId } } : person;
}

async function requireFree(tx: Db, { enterprise }: EffectOrder, people: readonly EngagedPerson[]): Promise<void> {
  await lockRosters(tx);
  const elsewhere = await listEngagedElsewhere(tx, enterprise.id, people.map((person) => person.idNumber));
  if (elsewhere.length > 0) throw new Refusal("conflict", `${elsewhere.join("、")}已在其他企业任职，不能重复登记，请退回核对`);
}

/** 从另一方转来的电工，登记须已随人过来：其间被别家登记了的，不能签发。 */
async function requireElectricians(tx: Db, { enterprise, caseId }: EffectOrder, people: readonly EngagedPerson[], from: readonly string[]): Promise<void> {
  if (from.length === 0) return;
  const workers = people.filter(({ kind }) => kind === "skilledWorker");
  const held = await reclaimElectricians(tx, { enterpriseId: enterprise.id, caseId }, workers.map(({ idNumber }) => idNumber));
  const lost = workers.filter(({ idNumber }) => !held.has(idNumber)).map(({ name }) => name);
  if (lost.length > 0) throw new Refusal("conflict", `电工${lost.join("、")}的身份证号码已被其他企业登记，请退回核对`);
}

/** 本案占用的转为在册人员占用，不再有人用的释放。 */
async function settleClaims(tx: Db, { caseId, enterprise }: EffectOrder): Promise<void> {
  await keepClaimsOfLicensee(tx, caseId);
  await sweepClaims(tx, enterprise.id);
}
