import { randomUUID } from "node:crypto";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db, transaction } from "@/lib/data/client";
import { startApplication } from "@/lib/services/applications/start-application";
import { followUpsAfter } from "@/lib/services/follow-ups/case-follow-ups";
import { today } from "@/lib/services/platform/clock";
import type { ProcedureCode } from "@/lib/terms/application";
import { enterprise, fill } from "../applications/fixtures";
import { act, submit, type Team } from "../review/cases";

let block = 500;

/** 信用登记里的一家。 */
export async function rated(of: EnterpriseActor, record: { grade?: string; pilotZone?: boolean; commitmentRegion?: boolean; deferralDefaults?: string[] } = {}): Promise<string> {
  const { uscc } = await db().enterprise.findUniqueOrThrow({ where: { id: of.enterpriseId }, select: { uscc: true } });
  const data = { grade: "good", ...record };
  await db().creditRecord.upsert({ where: { uscc }, update: data, create: { uscc, ...data } });
  return uscc;
}

export async function attach(actor: EnterpriseActor, applicationId: string, place: { section: string; slot: string; rowId?: string }): Promise<string> {
  const { id } = await db().attachment.create({
    data: {
      applicationId, sectionKey: place.section, slot: place.slot, rowId: place.rowId ?? null, storageKey: randomUUID(), name: `${place.slot}.pdf`, mediaType: "application/pdf",
      size: 2048, sha256: "0".repeat(64), state: "checked", uploadedById: actor.accountId,
    },
  });
  return id;
}

/** 按一种办理方式提交的新申请；without 为没有交的材料。 */
export async function submittedBy(procedure: ProcedureCode, without: readonly string[] = []) {
  block += 1;
  const applicant = await enterprise(["owner"]);
  await rated(applicant, { pilotZone: procedure === "freeTradeZone", commitmentRegion: procedure === "commitment" });
  const { applicationId } = await startApplication(applicant, { business: "new-licence", procedure });
  await fill(applicant, applicationId, { firstPerson: block * 10_000 });
  await attach(applicant, applicationId, procedure === "conditionalAcceptance" ? { section: "application-category", slot: "DEFER" } : { section: "basic-information", slot: "PROMISE" });
  await db().attachment.deleteMany({ where: { applicationId, slot: { in: [...without] } } });
  await submit({ applicant, applicationId });
  return { applicant, applicationId };
}

/** 这件案件的某一种任务。 */
export const taskOf = (caseId: string, kind: string) => db().followUp.findFirstOrThrow({ where: { caseId, kind }, orderBy: { openedAt: "desc" } });

/** 办理一个环节；随之开的任务若签发流程已经开了就不再开。 */
export async function actAndFollow(doer: Team[keyof Team], applicationId: string, action: "acceptConditionally" | "grant"): Promise<void> {
  await act(doer, applicationId, action);
  const found = await db().case.findUniqueOrThrow({ where: { id: applicationId }, include: { application: true, followUps: true } });
  if (found.followUps.length === 0) await transaction(async (tx) => followUpsAfter(tx, found, action, await today(tx)));
}
