import { randomUUID } from "node:crypto";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import type { Answers } from "@/lib/forms/answers";
import { codesOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { actorOf, readyToSubmit } from "./cases";
import { plantParticulars } from "./markup-applications";
import type { Planted } from "./markup-payload";

/** Whose records these are, and who looks at them. */
export interface Holder {
  actor: EnterpriseActor;
  answers: Answers;
  officeCode: string;
  licenceId: string;
  otherUscc: string;
  /** One person with every post but the auditor's, which stands alone: every other page of the desk opens. */
  staffId: string;
  auditorId: string;
}

/** An enterprise whose own name, registration and licence are planted; another one to merge with. */
export async function plantHolder(planted: Planted): Promise<Holder> {
  const { text } = planted;
  const [{ enterprise, answers }, { enterprise: other }] = [await readyToSubmit(), await readyToSubmit()];
  const { officeCode } = await db().enterprise.findUniqueOrThrow({ where: { id: enterprise.id } });
  const particulars = { ...(await db().enterprise.findUniqueOrThrow({ where: { id: enterprise.id } })).particulars as object, ...plantParticulars(planted, "Enterprise.particulars") };
  const parent = await db().enterprise.create({ data: { name: `${text("Enterprise.parent")}上级`, uscc: `T11${Date.now()}`, officeCode, particulars: {}, isInstitution: true } });
  await db().enterprise.update({ where: { id: enterprise.id }, data: { name: text("Enterprise.name"), formerNames: [text("Enterprise.formerNames")], particulars, parentId: parent.id } });
  await db().account.update({ where: { id: enterprise.accountId }, data: { displayName: text("Account.displayName"), mobile: text("Account.mobile") } });
  const licenceId = await plantLicence(planted, { enterpriseId: enterprise.id, officeCode, uscc: enterprise.uscc });
  const staff = { login: `t11_${randomUUID().slice(0, 8)}`, audience: "staff" as const, displayName: text("Account.displayName (staff)"), mobile: text("Account.mobile (staff)"), passwordHash: "none", officeCode };
  const { id: staffId } = await db().account.create({ data: { ...staff, roles: codesOf(staffRoles).filter((role) => role !== "auditor") } });
  const { id: auditorId } = await db().account.create({ data: { ...staff, login: `${staff.login}_a`, roles: ["auditor"] } });
  return { actor: actorOf(enterprise), answers, officeCode, licenceId, otherUscc: other.uscc, staffId, auditorId };
}

async function plantLicence({ text }: Planted, { enterpriseId, officeCode, uscc }: { enterpriseId: string; officeCode: string; uscc: string }): Promise<string> {
  const standing = { ruleSetId: "NDRC-36-2020", items: [{ category: "installation", level: "5" }], uscc, issuedOn: "2024-05-01", validFrom: "2024-05-01", validTo: "2030-04-30" };
  const words = { scopeText: text("LicenceVersion.scopeText"), holderName: text("LicenceVersion.holderName"), domicile: text("LicenceVersion.domicile"), legalRep: text("LicenceVersion.legalRep"), officeName: text("LicenceVersion.officeName") };
  const { id } = await db().licence.create({
    data: { number: `6-1-${String(Date.now()).slice(-5)}-2024`, enterpriseId, officeCode, firstIssuedOn: "2024-05-01", versions: { create: { ...standing, ...words, version: 1, reason: text("LicenceVersion.reason") } } },
  });
  return id;
}
