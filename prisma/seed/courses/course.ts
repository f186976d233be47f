import type { Answers } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { getBusiness } from "@/lib/licensing/businesses";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { ApplicationPlan } from "../answers";
import { decideInTurn, discardCase, fillCase, type Filling, newLicenceOf, type RemarkTarget, remarkOn, submitCase, terminateCase } from "../drive-case";
import type { SeededEnterprise } from "../enterprises";

/** 把一家全新的企业带到某个状态，返回案件。 */
export type Course = (enterprise: SeededEnterprise) => Promise<string>;

/** 新申请缺省的类别与级别。 */
export const firstItems = { installation: "5", testing: "5" } as const;

const approval: Readonly<Record<"full" | "short", readonly ReviewAction[]>> = {
  full: ["accept", "startReview", "passReview", "passSecondReview"],
  short: ["accept", "startReview", "passReview"],
};

/** 由各岗位一路办到准予。 */
export async function grantCase(enterprise: SeededEnterprise, applicationId: string, business: BusinessCode): Promise<void> {
  await decideInTurn(applicationId, enterprise.officeCode, [...approval[getBusiness(business).review ?? "full"], "grant"]);
}

/** 填写、提交、准予，一气办完。 */
export async function grantedCase(enterprise: SeededEnterprise, filling: Filling): Promise<string> {
  const applicationId = await fillCase(enterprise, filling);
  await submitCase(enterprise, applicationId);
  await grantCase(enterprise, applicationId, filling.business);
  return applicationId;
}

/** 先有许可证：新申请一路办到准予。从许可证开始的业务都由此起步。 */
export async function licensedEnterprise(enterprise: SeededEnterprise, items: ApplicationPlan["items"] = firstItems): Promise<SeededEnterprise> {
  await grantedCase(enterprise, newLicenceOf(enterprise, items));
  return enterprise;
}

export interface CoursePlan {
  business: BusinessCode;
  /** 名称的前缀，缺省为业务代码加一横；新申请不带。 */
  prefix?: string;
  /** 动手之前，如先取得许可证。 */
  prepare?: (enterprise: SeededEnterprise) => Promise<unknown>;
  answers: (context: LicensingContext, enterprise: SeededEnterprise) => Answers;
  /** 草稿填到第几个有内容的页签。 */
  draftSections: number;
  /** 补正的意见指到哪里。 */
  remark: RemarkTarget;
  /** 受理之前要做的，如请另一方确认。 */
  beforeAcceptance?: (enterprise: SeededEnterprise, applicationId: string) => Promise<unknown>;
}

/** 一个业务的全部状态各一种走法：草稿、提交、补正……准予、终止。 */
export function coursesOf({ business, prefix = `${business}-`, prepare, answers, draftSections, remark, beforeAcceptance }: CoursePlan): Record<string, Course> {
  const filled = async (enterprise: SeededEnterprise, sections?: number): Promise<string> => {
    await prepare?.(enterprise);
    return fillCase(enterprise, { business, answers: (context) => answers(context, enterprise), ...(sections === undefined ? {} : { sections }) });
  };
  const submitted = async (enterprise: SeededEnterprise): Promise<string> => {
    const applicationId = await filled(enterprise);
    await submitCase(enterprise, applicationId);
    return applicationId;
  };
  const decided = (...actions: ReviewAction[]): Course => async (enterprise) => {
    const applicationId = await submitted(enterprise);
    if (actions.includes("returnForCorrection")) await remarkOn(applicationId, enterprise.officeCode, remark);
    if (actions.includes("accept")) await beforeAcceptance?.(enterprise, applicationId);
    await decideInTurn(applicationId, enterprise.officeCode, actions);
    return applicationId;
  };
  const ending = (begin: Course, end: (enterprise: SeededEnterprise, applicationId: string) => Promise<void>): Course => async (enterprise) => {
    const applicationId = await begin(enterprise);
    await end(enterprise, applicationId);
    return applicationId;
  };
  const path = getBusiness(business).review ?? "full";
  const courses: Record<string, Course> = {
    draft: (enterprise) => filled(enterprise, draftSections),
    "draft-complete": (enterprise) => filled(enterprise),
    submitted,
    correction: decided("returnForCorrection"),
    accepted: decided("accept"),
    "under-review": decided("accept", "startReview"),
    ...(path === "full" ? { "second-review": decided("accept", "startReview", "passReview") } : {}),
    "awaiting-signature": decided(...approval[path]),
    granted: decided(...approval[path], "grant"),
    refused: decided(...approval[path], "refuse"),
    "not-accepted": decided("rejectIntake"),
    discarded: ending((enterprise) => filled(enterprise, draftSections), discardCase),
    terminated: ending(submitted, terminateCase),
  };
  return Object.fromEntries(Object.entries(courses).map(([name, course]) => [`${prefix}${name}`, course]));
}
