import { randomUUID } from "node:crypto";
import type { EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { asFacts } from "@/lib/enterprise/particulars";
import { patchBetween } from "@/lib/forms/patch";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import { discardApplication } from "@/lib/services/applications/discard-application";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection } from "@/lib/services/applications/save-section";
import { startApplication } from "@/lib/services/applications/start-application";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { decide } from "@/lib/services/review/decide";
import { draftRemark } from "@/lib/services/review/remarks";
import type { StaffRoleCode } from "@/lib/terms/roles";
import { type ApplicationPlan, completeAnswers } from "./answers";
import type { SeededEnterprise } from "./enterprises";
import { neededFiles } from "./files";
import { keepAttachments } from "./keep-attachments";

/** 以企业首个账号的身份办事；会话号只是占位，服务不据此判断。 */
export function actorOf(enterprise: SeededEnterprise): EnterpriseActor {
  return { kind: "enterprise", accountId: enterprise.accountId, sessionId: enterprise.accountId, name: enterprise.contact, enterpriseId: enterprise.id, roles: ["owner"] };
}

async function staffOf(role: StaffRoleCode, officeCode: string): Promise<StaffActor> {
  const account = await db().account.findFirstOrThrow({ where: { audience: "staff", officeCode, roles: { has: role } }, orderBy: { createdAt: "asc" } });
  return { kind: "staff", accountId: account.id, sessionId: account.id, name: account.displayName, officeCode, roles: [role] };
}

/** 开始申请；填写前几个页签，缺省全部，附件一并备齐。 */
export async function fillCase(enterprise: SeededEnterprise, items: ApplicationPlan["items"], sections = newLicence.sections.length): Promise<string> {
  const actor = actorOf(enterprise);
  const { applicationId } = await startApplication(actor, { business: newLicence.code });
  const { context } = await getApplication(actor, applicationId);
  const answers = completeAnswers({ people: enterprise.people, legalRep: enterprise.legalRep, ruleSet: context.ruleSet, today: context.today, items });
  const chosen = newLicence.sections.filter((section) => section.layout !== "check").slice(0, sections);
  for (const section of chosen) {
    const patch = patchBetween({}, answers[section.key] ?? {}, section.tables.map((table) => table.key));
    const { refused, conflicts } = await saveSection(actor, { applicationId, section: section.key, revision: 0, patch });
    if (refused.length + conflicts.length > 0) throw new Error(`${section.key}: ${JSON.stringify([...refused, ...conflicts])}`);
  }
  const filled = Object.fromEntries(chosen.map((section) => [section.key, answers[section.key] ?? {}]));
  await keepAttachments(actor, applicationId, neededFiles(newLicence, { ...context, answers: filled, files: [] }).filter((file) => file.section in filled));
  return applicationId;
}

export async function submitCase(enterprise: SeededEnterprise, applicationId: string): Promise<void> {
  await submitApplication(actorOf(enterprise), { applicationId, idempotencyKey: randomUUID(), truthPromise: true });
}

export async function discardCase(enterprise: SeededEnterprise, applicationId: string): Promise<void> {
  await discardApplication(actorOf(enterprise), { applicationId, idempotencyKey: randomUUID() });
}

/** 一条必须修改的意见，指到安全负责人的职称证书编号。 */
export async function remarkOn(applicationId: string, officeCode: string): Promise<void> {
  await draftRemark(await staffOf("intake", officeCode), {
    applicationId, sectionKey: "safety-lead", field: "titleCertNo", level: "must", text: "与附件不一致，请核对",
  });
}

const doers: Partial<Record<ReviewAction, StaffRoleCode>> = {
  accept: "intake", returnForCorrection: "intake", rejectIntake: "intake", startReview: "examiner", passReview: "examiner",
  passSecondReview: "secondReviewer", grant: "signer", refuse: "signer",
};

const words = { opinion: "符合条件，同意。", reason: "核查时高压电工人数不足", article: "《行政许可法》第三十八条第二款（不符合法定条件、标准）" };

/** 由对应岗位的人依次办理。 */
export async function decideInTurn(applicationId: string, officeCode: string, actions: readonly ReviewAction[]): Promise<void> {
  for (const action of actions) {
    const { revision } = await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { revision: true } });
    await decide(await staffOf(doers[action] ?? "intake", officeCode), { applicationId, action, revision, idempotencyKey: randomUUID(), ...words });
  }
}

/** 登记信息齐全才谈得上申请；给测试断言用。 */
export const factsOf = (enterprise: SeededEnterprise) => asFacts({ name: enterprise.name, uscc: enterprise.uscc, particulars: enterprise.particulars });
