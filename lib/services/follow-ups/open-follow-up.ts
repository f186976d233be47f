import type { Db } from "@/lib/data/client";
import { insertFollowUp } from "@/lib/data/follow-ups";
import { deferralDueOn, type MissingMaterial, rectificationDueOn, verificationDueOn } from "@/lib/licensing/follow-ups";
import { workingCalendar } from "@/lib/services/platform/clock";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { tellEnterprise } from "./tell-enterprise";

/** 任务属于哪一件案件。 */
export interface FollowUpPlace {
  caseId: string;
  enterpriseId: string;
  officeCode: string;
}

interface Opened {
  followUpId: string;
  dueOn: string;
}

const kind = (code: FollowUpKind): FollowUpKind => code;
const placeOf = ({ caseId, enterpriseId, officeCode }: FollowUpPlace): FollowUpPlace => ({ caseId, enterpriseId, officeCode });

/** 容缺受理之后：列明缺的材料与期限，企业得到待办（决定十二）。没有缺的不开。 */
export async function openDeferral(tx: Db, { noticeOn, missing, ...place }: FollowUpPlace & { noticeOn: string; missing: readonly MissingMaterial[] }): Promise<Opened | undefined> {
  if (missing.length === 0) return undefined;
  const dueOn = deferralDueOn(noticeOn, await workingCalendar(tx));
  const detail = { missing: missing.map((material) => ({ ...material })), files: [] };
  const followUpId = await insertFollowUp(tx, { ...placeOf(place), kind: kind("deferral"), dueOn, task: `补齐 ${missing.length} 份容缺材料`, detail });
  await tellEnterprise(tx, place, "deferralOpened", { followUpId, dueOn, count: missing.length });
  return { followUpId, dueOn };
}

/** 按承诺作出决定之后：六个月内核查承诺（决定十三）。 */
export async function openVerification(tx: Db, { decidedOn, licenceId, ...place }: FollowUpPlace & { decidedOn: string; licenceId?: string }): Promise<Opened> {
  const dueOn = verificationDueOn(decidedOn);
  const followUpId = await insertFollowUp(tx, { ...placeOf(place), licenceId: licenceId ?? null, kind: kind("verification"), dueOn, task: "核查告知承诺的内容是否属实", detail: {} });
  return { followUpId, dueOn };
}

/** 整改因何而起：要做什么、怎样告诉企业。 */
const rectifications = {
  promise: { task: "整改与承诺不符的情况", notice: "rectificationOrdered" },
  conditions: { task: "整改不符合许可条件的情况", notice: "rectificationOfConditions" },
} as const;

type Rectification = FollowUpPlace & { on: string; note: string; licenceId: string | null; origin: keyof typeof rectifications; by: { id: string; name: string } };

/** 承诺不属实，或者逾期仍不符合许可条件：限期整改，出具责令整改通知书，企业得到待办。 */
export async function openRectification(tx: Db, { on, note, licenceId, origin, by, ...place }: Rectification): Promise<Opened> {
  const { task, notice } = rectifications[origin];
  const dueOn = rectificationDueOn(on);
  const followUpId = await insertFollowUp(tx, { ...placeOf(place), licenceId, kind: kind("rectification"), dueOn, task, detail: { note, origin } });
  const messageId = await tellEnterprise(tx, place, notice, { followUpId, dueOn, note });
  await issueDocument(tx, { caseId: place.caseId, enterpriseId: place.enterpriseId, followUpId, kind: "rectification", values: { reason: note, dueOn }, by, messageId });
  return { followUpId, dueOn };
}
