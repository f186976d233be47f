import { randomUUID } from "node:crypto";
import type { EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { type DecideInput, decide } from "@/lib/services/review/decide";
import type { StaffRoleCode } from "@/lib/terms/roles";
import type { NewLicenceOptions } from "@/tests/builders/new-licence";
import { draft, enterprise, fill, office } from "../applications/fixtures";

let block = 0;

/** 内网一个岗位的人。 */
export async function staff(roles: StaffRoleCode[], name: string = roles.join("、"), officeCode = "NEEB"): Promise<StaffActor> {
  await office(officeCode);
  const account = await db().account.create({
    data: { login: `staff-${randomUUID()}`, audience: "staff", displayName: name, passwordHash: "-", roles, officeCode },
  });
  return { kind: "staff", accountId: account.id, sessionId: randomUUID(), name, officeCode, roles };
}

export interface Team {
  intake: StaffActor;
  examiner: StaffActor;
  secondReviewer: StaffActor;
  signer: StaffActor;
}

export async function team(): Promise<Team> {
  return {
    intake: await staff(["intake"], "张敏"),
    examiner: await staff(["examiner"], "李审"),
    secondReviewer: await staff(["secondReviewer"], "王复"),
    signer: await staff(["signer"], "赵签"),
  };
}

export interface SubmittedCase {
  applicant: EnterpriseActor;
  applicationId: string;
}

/** 一家新企业提交了一件许可证新申请；每件的人员互不相同。 */
export async function submittedCase(options: NewLicenceOptions = {}, officeCode = "NEEB"): Promise<SubmittedCase> {
  block += 1;
  const applicant = await enterprise(["owner"], officeCode);
  const applicationId = await draft(applicant);
  await fill(applicant, applicationId, { firstPerson: block * 10_000, ...options });
  await submit({ applicant, applicationId });
  return { applicant, applicationId };
}

export const submit = ({ applicant, applicationId }: SubmittedCase) =>
  submitApplication(applicant, { applicationId, idempotencyKey: randomUUID(), truthPromise: true });

export const revisionOf = async (applicationId: string): Promise<number> =>
  (await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { revision: true } })).revision;

export const stateOf = async (applicationId: string): Promise<string> =>
  (await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { state: true } })).state;

const words = { opinion: "符合条件", reason: "材料不实", article: "《行政许可法》第三十八条第二款" };

/** 以现在的修订号办一个动作，要写的都写上。 */
export async function act(actor: StaffActor, applicationId: string, action: ReviewAction, more: Partial<DecideInput> = {}) {
  return decide(actor, { applicationId, action, revision: await revisionOf(applicationId), idempotencyKey: randomUUID(), ...words, ...more });
}

/** 一直办到某个状态。 */
export async function advance(applicationId: string, doers: Team, until: "accepted" | "underReview" | "secondReview" | "awaitingSignature" | "granted"): Promise<void> {
  const steps: [ReviewAction, StaffActor, string][] = [
    ["accept", doers.intake, "accepted"],
    ["startReview", doers.examiner, "underReview"],
    ["passReview", doers.examiner, "secondReview"],
    ["passSecondReview", doers.secondReviewer, "awaitingSignature"],
    ["grant", doers.signer, "granted"],
  ];
  for (const [action, doer, reached] of steps) {
    await act(doer, applicationId, action);
    if (reached === until) return;
  }
}
