import { randomUUID } from "node:crypto";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { rowsOf, type SectionAnswers } from "@/lib/forms/answers";
import { findSection } from "@/lib/forms/business";
import { patchBetween } from "@/lib/forms/patch";
import { getBusiness } from "@/lib/licensing/businesses";
import type { SaveOutcome } from "@/lib/licensing/views";
import { saveSection } from "@/lib/services/applications/save-section";
import { startApplication } from "@/lib/services/applications/start-application";
import { type BuiltApplication, completeNewLicence, enterpriseFacts, type NewLicenceOptions } from "@/tests/builders/new-licence";

let serial = 0;

export async function office(code = "NEEB"): Promise<string> {
  await db().office.upsert({ where: { code }, update: {}, create: { code, name: `国家能源局${code === "NEEB" ? "东北" : "华北"}监管局`, regionDigit: code === "NEEB" ? 2 : 1, officeDigit: 1 } });
  return code;
}

/** 一家企业和它的一个账号。 */
export async function enterprise(roles: EnterpriseActor["roles"] = ["owner"], officeCode = "NEEB"): Promise<EnterpriseActor> {
  const n = (serial += 1);
  await office(officeCode);
  const { unitName: _name, uscc: _uscc, ...particulars } = enterpriseFacts();
  const created = await db().enterprise.create({ data: { name: `沈阳第${n}电力工程有限公司`, uscc: `91210102XTEST${String(n).padStart(5, "0")}`, officeCode, particulars } });
  return colleague({ kind: "enterprise", accountId: "", sessionId: "", name: "", enterpriseId: created.id, roles }, roles);
}

export async function colleague(of: EnterpriseActor, roles: EnterpriseActor["roles"], name = "王丽"): Promise<EnterpriseActor> {
  const account = await db().account.create({
    data: { login: `user-${randomUUID()}`, audience: "enterprise", displayName: name, mobile: "13900000002", passwordHash: "-", roles: [...roles], enterpriseId: of.enterpriseId },
  });
  return { kind: "enterprise", accountId: account.id, sessionId: randomUUID(), name, enterpriseId: of.enterpriseId, roles };
}

export async function draft(actor: EnterpriseActor): Promise<string> {
  return (await startApplication(actor, { business: "new-licence" })).applicationId;
}

/** 把一个页签从 before 改到 after。 */
export function save(actor: EnterpriseActor, applicationId: string, key: string, before: SectionAnswers, after: SectionAnswers, revision = 0): Promise<SaveOutcome> {
  const tables = findSection(getBusiness("new-licence"), key)?.tables.map((table) => table.key) ?? [];
  return saveSection(actor, { applicationId, section: key, revision, patch: patchBetween(before, after, tables) });
}

/** 填到可以提交；附件直接登记为已检查。 */
export async function fill(actor: EnterpriseActor, applicationId: string, options: NewLicenceOptions = {}): Promise<BuiltApplication> {
  const built = completeNewLicence(options);
  for (const [key, answers] of Object.entries(built.answers)) if (key !== "submission") await save(actor, applicationId, key, {}, answers);
  await db().attachment.createMany({
    data: built.files.map((file) => ({
      applicationId, sectionKey: file.section, slot: file.slot, rowId: file.row ?? null, storageKey: randomUUID(), name: file.name, mediaType: file.mediaType,
      size: file.size, sha256: "0".repeat(64), state: "checked", uploadedById: actor.accountId,
    })),
  });
  return built;
}

export const rows = (answers: SectionAnswers, table: string) => rowsOf(answers, table);
