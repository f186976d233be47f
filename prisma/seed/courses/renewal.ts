import { db } from "@/lib/data/client";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { today } from "@/lib/services/platform/clock";
import { addDays, addYears } from "@/lib/workflow/iso-date";
import { mobileNumber } from "../identities";
import type { SeededEnterprise } from "../enterprises";
import { type Course, coursesOf, licensedEnterprise } from "./course";
import { submitterOf } from "./submitter";

/** 距届满还有几天：在可以延续的期限之内，也不在最后几天。 */
const DAYS_LEFT = 90;

/** 许可证改成像是几年前发的，到 validTo 届满；只有演示与测试这样做。 */
export async function antedate({ id }: Pick<SeededEnterprise, "id">, validTo: string): Promise<void> {
  const issuedOn = addYears(addDays(validTo, 1), -6);
  await db().licence.updateMany({ where: { enterpriseId: id }, data: { firstIssuedOn: issuedOn } });
  await db().licenceVersion.updateMany({ where: { licence: { enterpriseId: id } }, data: { issuedOn, validFrom: issuedOn, validTo } });
}

/** 一件快要届满、可以延续的许可证。 */
async function nearExpiry(enterprise: SeededEnterprise): Promise<void> {
  await licensedEnterprise(enterprise);
  await antedate(enterprise, addDays(await today(db()), DAYS_LEFT));
}

const plan = {
  business: "renewal",
  prepare: nearExpiry,
  draftSections: 1,
  remark: { sectionKey: "technical-lead", field: "post", text: "请填写现任职务全称" },
} as const;

const submitter = ({ legalRep, people }: SeededEnterprise) => ({ ...submitterOf(legalRep), submitterMobile: mobileNumber(people) });

/** 原等级延续（人员、资产、附件都沿用上一次的），与降级延续：承试不再保留。 */
export const renewalCourses: Record<string, Course> = {
  ...coursesOf({ ...plan, answers: (_, enterprise) => ({ [CATEGORY_SECTION]: { downgrade: "no", ...submitter(enterprise) } }) }),
  ...coursesOf({ ...plan, prefix: "renewal-downgrade-", answers: (_, enterprise) => ({ [CATEGORY_SECTION]: { downgrade: "yes", items: { installation: "5" }, ...submitter(enterprise) } }) }),
};
