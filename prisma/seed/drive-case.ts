import { randomUUID } from "node:crypto";
import type { EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { asFacts } from "@/lib/enterprise/particulars";
import type { Answers } from "@/lib/forms/answers";
import { hasContent } from "@/lib/forms/definition";
import { patchBetween } from "@/lib/forms/patch";
import type { Business } from "@/lib/licensing/business";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import { answerRemark } from "@/lib/services/applications/answer-remark";
import { discardApplication } from "@/lib/services/applications/discard-application";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection } from "@/lib/services/applications/save-section";
import { startApplication } from "@/lib/services/applications/start-application";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { terminateApplication } from "@/lib/services/applications/terminate-application";
import { decide } from "@/lib/services/review/decide";
import { type DraftRemark, draftRemark } from "@/lib/services/review/remarks";
import type { ProcedureCode } from "@/lib/terms/application";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { StaffRoleCode } from "@/lib/terms/roles";
import { type ApplicationPlan, completeAnswers } from "./answers";
import type { SeededEnterprise } from "./enterprises";
import { type NeededFile, neededFiles } from "./files";
import { keepAttachments } from "./keep-attachments";

/** 以企业首个账号的身份办事；会话号只是占位，服务不据此判断。 */
export function actorOf(enterprise: SeededEnterprise): EnterpriseActor {
  return { kind: "enterprise", accountId: enterprise.accountId, sessionId: enterprise.accountId, name: enterprise.contact, enterpriseId: enterprise.id, roles: ["owner"] };
}

/** 本机构这个岗位的第一个人。 */
export async function staffOf(role: StaffRoleCode, officeCode: string): Promise<StaffActor> {
  const account = await db().account.findFirstOrThrow({ where: { audience: "staff", officeCode, roles: { has: role } }, orderBy: { createdAt: "asc" } });
  return { kind: "staff", accountId: account.id, sessionId: account.id, name: account.displayName, officeCode, roles: [role] };
}

/** 一份申请怎么填：内容按开始时的上下文给出（沿用来的已在其中），只写要填的；sections 为只填前几个有内容的页签。 */
export interface Filling {
  business: BusinessCode;
  answers: (context: LicensingContext) => Answers;
  sections?: number;
  /** 缺省一般程序；别的须先有信用登记。 */
  procedure?: ProcedureCode;
  /** 可以不交的材料也都交，只差这几种；缺省可以不交的都不交。 */
  lacking?: readonly string[];
}

/** 开始申请；填写前几个页签，缺省全部，附件一并备齐。 */
export async function fillCase(enterprise: SeededEnterprise, { business: code, answers, sections = Infinity, procedure, lacking }: Filling): Promise<string> {
  const actor = actorOf(enterprise);
  const business = getBusiness(code);
  const { applicationId } = await startApplication(actor, { business: code, ...(procedure ? { procedure } : {}) });
  const { context, revisions } = await getApplication(actor, applicationId);
  const chosen = business.sections.filter(hasContent).slice(0, sections);
  const wanted = answers(context);
  const filled = Object.fromEntries(chosen.map(({ key }) => [key, { ...context.answers[key], ...wanted[key] }]));
  for (const section of chosen) {
    const patch = patchBetween(context.answers[section.key] ?? {}, filled[section.key] ?? {}, section.tables.map((table) => table.key));
    const { refused, conflicts } = await saveSection(actor, { applicationId, section: section.key, revision: revisions[section.key] ?? 0, patch });
    if (refused.length + conflicts.length > 0) throw new Error(`${section.key}: ${JSON.stringify([...refused, ...conflicts])}`);
  }
  const needed = neededBy(business, { ...context, answers: { ...context.answers, ...filled }, files: [] }, lacking);
  await keepAttachments(actor, applicationId, needed.filter((file) => file.section in filled && !context.files.some(isAt(file))));
  return applicationId;
}

type FilePlace = Pick<NeededFile, "section" | "slot" | "row">;

const isAt = ({ section, slot, row }: FilePlace) => (file: FilePlace): boolean => file.section === section && file.slot === slot && file.row === row;

function neededBy(business: Business, context: LicensingContext, lacking: readonly string[] | undefined): NeededFile[] {
  const required = neededFiles(business, context);
  if (!lacking) return required;
  const waived = neededFiles(business, { ...context, procedure: "standard" }).filter((file) => !required.some(isAt(file)));
  return [...required, ...waived.filter(({ slot }) => !lacking.includes(slot))];
}

/** 一份填写完整的许可证新申请。 */
export const newLicenceOf = ({ people, legalRep }: SeededEnterprise, items: ApplicationPlan["items"], sections?: number): Filling => ({
  business: "new-licence", ...(sections === undefined ? {} : { sections }),
  answers: ({ ruleSet, today }) => completeAnswers({ people, legalRep, ruleSet, today, items }),
});

export async function submitCase(enterprise: SeededEnterprise, applicationId: string): Promise<void> {
  await submitApplication(actorOf(enterprise), { applicationId, idempotencyKey: randomUUID(), truthPromise: true });
}

export async function discardCase(enterprise: SeededEnterprise, applicationId: string): Promise<void> {
  await discardApplication(actorOf(enterprise), { applicationId, idempotencyKey: randomUUID() });
}

export async function terminateCase(enterprise: SeededEnterprise, applicationId: string): Promise<void> {
  await terminateApplication(actorOf(enterprise), { applicationId, idempotencyKey: randomUUID(), reason: "工程计划调整，暂不办理" });
}

/** 照意见改一个字段，逐条答复，再次提交。 */
export async function correctCase(enterprise: SeededEnterprise, applicationId: string, { section, field, to }: { section: string; field: string; to: string }): Promise<void> {
  const actor = actorOf(enterprise);
  const { context, revisions, remarks } = await getApplication(actor, applicationId);
  const before = context.answers[section] ?? {};
  await saveSection(actor, { applicationId, section, revision: revisions[section] ?? 0, patch: patchBetween(before, { ...before, [field]: to }, []) });
  for (const { id } of remarks) await answerRemark(actor, { remarkId: id, answer: `已改为 ${to}` });
  await submitCase(enterprise, applicationId);
}

/** 意见指到哪里。 */
export type RemarkTarget = Pick<DraftRemark, "sectionKey" | "rowId" | "field" | "slot" | "text">;

/** 一条必须修改的意见。 */
export async function remarkOn(applicationId: string, officeCode: string, target: RemarkTarget): Promise<void> {
  await draftRemark(await staffOf("intake", officeCode), { applicationId, level: "must", ...target });
}

const doers: Partial<Record<ReviewAction, StaffRoleCode>> = {
  accept: "intake", acceptConditionally: "intake", returnForCorrection: "intake", rejectIntake: "intake", startReview: "examiner", passReview: "examiner",
  passSecondReview: "secondReviewer", grant: "signer", refuse: "signer",
};

const opinion = { opinion: "符合条件，同意。" };
const refusal = { reason: "核查时高压电工人数不足", article: "《行政许可法》第三十八条第二款（不符合法定条件、标准）" };

/** 每个动作只说它要说的。 */
function wordsFor(action: ReviewAction): Partial<typeof refusal & typeof opinion> {
  if (action === "refuse" || action === "rejectIntake") return refusal;
  return action === "passReview" || action === "passSecondReview" ? opinion : {};
}

/** 由对应岗位的人依次办理。 */
export async function decideInTurn(applicationId: string, officeCode: string, actions: readonly ReviewAction[]): Promise<void> {
  for (const action of actions) {
    const { revision } = await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { revision: true } });
    await decide(await staffOf(doers[action] ?? "intake", officeCode), { applicationId, action, revision, idempotencyKey: randomUUID(), ...wordsFor(action) });
  }
}

/** 登记信息齐全才谈得上申请；给测试断言用。 */
export const factsOf = (enterprise: SeededEnterprise) => asFacts({ name: enterprise.name, uscc: enterprise.uscc, particulars: enterprise.particulars });
