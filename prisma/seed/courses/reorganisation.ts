import { randomUUID } from "node:crypto";
import { type Answers, type Row, rowsOf } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { DIVISION_TYPE_SECTION } from "@/lib/licensing/reorganisation";
import { answerConfirmation } from "@/lib/services/parties/confirmations";
import { completeAnswers } from "../answers";
import { actorOf, fillCase, submitCase } from "../drive-case";
import type { SeededEnterprise } from "../enterprises";
import { freshEnterprise } from "../fresh-enterprise";
import { type Course, type CoursePlan, coursesOf, firstItems, licensedEnterprise } from "./course";

const parties = new Map<string, SeededEnterprise>();

function partyOf({ id }: SeededEnterprise): SeededEnterprise {
  const party = parties.get(id);
  if (!party) throw new Error("no counterparty was made");
  return party;
}

/** 另一方先取得许可证。 */
async function withParty(enterprise: SeededEnterprise): Promise<void> {
  parties.set(enterprise.id, await licensedEnterprise(await freshEnterprise()));
}

/** 另一方在网上答复。 */
export async function answerAs(party: SeededEnterprise, caseId: string, agree = true): Promise<void> {
  await answerConfirmation(actorOf(party), { caseId, agree, idempotencyKey: randomUUID(), ...(agree ? {} : { reason: "双方还没有谈妥合并协议" }) });
}

type Context = Pick<LicensingContext, "ruleSet" | "today">;

/** 基本情况、人员与业绩各页；people 用谁家那一段人。 */
function pagesOf({ ruleSet, today }: Context, { people, legalRep }: Pick<SeededEnterprise, "people" | "legalRep">): Answers {
  const { [CATEGORY_SECTION]: _choice, ...pages } = completeAnswers({ people, legalRep, ruleSet, today, items: firstItems });
  return pages;
}

const workersIn = (answers: Answers): Row[] => rowsOf(answers["skilled-workers"] ?? {}, "skilledWorkers");

/** 新设合并：由新设的企业申请，另一方的人全部转来。 */
export function mergerAnswers(context: Context, enterprise: SeededEnterprise, absorbed: readonly SeededEnterprise[], mergerType = "newEntity"): Answers {
  const [first] = absorbed;
  return {
    ...pagesOf(context, { legalRep: enterprise.legalRep, people: (first ?? enterprise).people }),
    [CATEGORY_SECTION]: { mergerType, items: firstItems, absorbed: absorbed.map(({ uscc }, n) => ({ rowId: `absorbed-${n + 1}-row`, uscc })) },
  };
}

/** 存续分立：新设的企业承继承试，原企业保留承装；一名电工转来，其余的人是自己的。 */
export function divisionAnswers(context: Context, enterprise: SeededEnterprise, original: SeededEnterprise, divisionType = "surviving"): Answers {
  const pages = pagesOf(context, enterprise);
  const moved = workersIn(pagesOf(context, original)).slice(0, 1);
  return {
    ...pages,
    [DIVISION_TYPE_SECTION]: { divisionType },
    [CATEGORY_SECTION]: { counterparty: original.uscc, items: { testing: "5" }, ...(divisionType === "surviving" ? { remainingItems: { installation: "5" } } : {}) },
    "skilled-workers": { ...pages["skilled-workers"], skilledWorkers: [...workersIn(pages), ...moved] },
  };
}

const remark = { sectionKey: "technical-lead", field: "post", text: "请填写现任职务全称" } as const;
const confirmed = (enterprise: SeededEnterprise, applicationId: string): Promise<void> => answerAs(partyOf(enterprise), applicationId);

const plans = {
  division: {
    business: "division", prepare: withParty, draftSections: 2, remark, beforeAcceptance: confirmed,
    answers: (context, enterprise) => divisionAnswers(context, enterprise, partyOf(enterprise)),
  },
  merger: {
    business: "merger", prepare: withParty, draftSections: 1, remark, beforeAcceptance: confirmed,
    answers: (context, enterprise) => mergerAnswers(context, enterprise, [partyOf(enterprise)]),
  },
} as const satisfies Record<string, CoursePlan>;

/** 提交之后，另一方同意了或不同意。 */
const answered = (plan: CoursePlan, agree: boolean): Course => async (enterprise) => {
  await withParty(enterprise);
  const applicationId = await fillCase(enterprise, { business: plan.business, answers: (context) => plan.answers(context, enterprise) });
  await submitCase(enterprise, applicationId);
  await answerAs(partyOf(enterprise), applicationId, agree);
  return applicationId;
};

/** 分立与合并的各个状态，另有另一方同意、不同意的。 */
export const reorganisationCourses: Record<string, Course> = Object.fromEntries(
  Object.values(plans).flatMap((plan): [string, Course][] => [
    ...Object.entries(coursesOf(plan)),
    [`${plan.business}-confirmed`, answered(plan, true)],
    [`${plan.business}-declined`, answered(plan, false)],
  ]),
);
