import { randomUUID } from "node:crypto";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import type { Answers } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { saveSection } from "@/lib/services/applications/save-section";
import { submitApplication } from "@/lib/services/applications/submit-application";
import type { BusinessCode } from "@/lib/terms/businesses";
import { courses } from "@/prisma/seed/courses";
import { grantedCase, licensedEnterprise } from "@/prisma/seed/courses/course";
import { actorOf, fillCase, submitCase } from "@/prisma/seed/drive-case";
import type { SeededEnterprise } from "@/prisma/seed/enterprises";
import { freshEnterprise } from "@/prisma/seed/fresh-enterprise";
import { office } from "../applications/fixtures";
import { staff, type Team, team } from "../review/cases";

export { revisionOf, stateOf, act } from "../review/cases";

/** 一家持证企业与办事的人。 */
export interface Holder {
  enterprise: SeededEnterprise;
  actor: EnterpriseActor;
  doers: Team;
}

let doers: Promise<Team> | undefined;

async function opened(): Promise<Team> {
  await office();
  return (doers ??= team());
}

/** 一家新的企业，还没有许可证。 */
export async function newcomer(): Promise<Holder> {
  const people = await opened();
  const enterprise = await freshEnterprise();
  return { enterprise, actor: actorOf(enterprise), doers: people };
}

/** 一家刚取得许可证的企业。 */
export async function holder(): Promise<Holder> {
  const made = await newcomer();
  await licensedEnterprise(made.enterprise);
  return made;
}

/** 由命令里的走法造一件案件。 */
export async function coursed(name: string): Promise<Holder & { applicationId: string }> {
  const made = await newcomer();
  const course = courses[name];
  if (!course) throw new Error(`no course ${name}`);
  return { ...made, applicationId: await course(made.enterprise) };
}

type Filled = (context: LicensingContext) => Answers;

export const filled = ({ enterprise }: Holder, business: BusinessCode, answers: Filled): Promise<string> => fillCase(enterprise, { business, answers });

export async function submitted(made: Holder, business: BusinessCode, answers: Filled): Promise<string> {
  const applicationId = await filled(made, business, answers);
  await submitCase(made.enterprise, applicationId);
  return applicationId;
}

export const granted = ({ enterprise }: Holder, business: BusinessCode, answers: Filled): Promise<string> => grantedCase(enterprise, { business, answers });

export const submit = (actor: EnterpriseActor, applicationId: string) => submitApplication(actor, { applicationId, idempotencyKey: randomUUID(), truthPromise: true });

/** 保存几个字段，不管原来是什么。 */
export async function put(actor: EnterpriseActor, applicationId: string, section: string, fields: Readonly<Record<string, string>>) {
  const stored = await db().sectionAnswer.findUnique({ where: { applicationId_sectionKey: { applicationId, sectionKey: section } } });
  const before = (stored?.data ?? {}) as Record<string, string>;
  return saveSection(actor, {
    applicationId, section, revision: stored?.revision ?? 0,
    patch: { fields: Object.entries(fields).map(([key, to]) => ({ key, from: before[key] ?? "", to })), rows: [] },
  });
}

/** 现有的许可证与全部版次，新的在前。 */
export const licencesOf = ({ enterprise }: Holder) =>
  db().licence.findMany({ where: { enterpriseId: enterprise.id }, include: { versions: { orderBy: { version: "desc" } } }, orderBy: { createdAt: "asc" } });

export { staff };
