import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { endEngagements, insertEngagements, keepClaimsOfLicensee, listEngagedElsewhere } from "@/lib/data/engagements";
import { findOfficeDigits, insertLicence, linkLicence, lockValidLicence, updateLicenceState } from "@/lib/data/licences";
import { asFacts } from "@/lib/enterprise/particulars";
import type { Answers } from "@/lib/forms/answers";
import type { LicenceItem } from "@/lib/licensing/business";
import { licenceScopeWords } from "@/lib/licensing/licence/scope";
import { formatLicenceNumber } from "@/lib/licensing/licence/number";
import { issuePeriod } from "@/lib/licensing/licence/validity";
import { peopleOf } from "@/lib/licensing/people";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { nextNumber } from "@/lib/services/platform/next-number";

/** 签发所需：案件、企业与申请里冻结的答案。 */
export interface IssueOrder {
  caseId: string;
  officeCode: string;
  ruleSetId: string;
  enterprise: { id: string; name: string; uscc: string; particulars: unknown };
  answers: Answers;
  items: readonly LicenceItem[];
  today: string;
}

export interface IssuedLicence {
  licenceId: string;
  number: string;
  validTo: string;
}

/** 准予许可：取号、发证（第一版）、人员在册、电工占用转为在册；都在签发的事务里。 */
export async function issueLicence(tx: Db, order: IssueOrder): Promise<IssuedLicence> {
  await retireExpired(tx, order);
  const office = await findOfficeDigits(tx, order.officeCode);
  const number = await takeLicenceNumber(tx, order.officeCode, office, order.today);
  const period = issuePeriod(order.today, getRuleSet(order.ruleSetId).validityYears.value);
  const facts = asFacts(order.enterprise);
  const licenceId = await insertLicence(
    tx,
    { number, enterpriseId: order.enterprise.id, officeCode: order.officeCode, firstIssuedOn: order.today },
    {
      version: 1,
      caseId: order.caseId,
      reason: "首次发证",
      ruleSetId: order.ruleSetId,
      items: order.items.map(({ category, level }) => ({ category, level })),
      scopeText: licenceScopeWords(order.items.map((item) => ({ ...item, ruleSetId: order.ruleSetId }))),
      holderName: order.enterprise.name,
      uscc: order.enterprise.uscc,
      domicile: facts.domicile ?? "",
      legalRep: facts.legalRep ?? "",
      issuedOn: order.today,
      ...period,
      officeName: office.name,
    },
  );
  await linkLicence(tx, order.caseId, licenceId);
  await register(tx, order);
  return { licenceId, number, validTo: period.validTo };
}

/** 取一个许可证编号：序号属于派出机构，允许跳号，不允许重号（决定三）。 */
export async function takeLicenceNumber(tx: Db, officeCode: string, office: { regionDigit: number; officeDigit: number }, today: string): Promise<string> {
  const serial = await nextNumber(tx, `licence:${officeCode}`);
  return formatLicenceNumber({ region: office.regionDigit, office: office.officeDigit, serial, year: Number(today.slice(0, 4)) });
}

/** 一家企业至多一件有效许可证：届满的旧证随新证注销，未届满的不能再发。 */
async function retireExpired(tx: Db, { enterprise, today }: IssueOrder): Promise<void> {
  const held = await lockValidLicence(tx, enterprise.id);
  if (!held) return;
  const validTo = held.versions[0]?.validTo ?? "";
  if (validTo >= today) throw new Refusal("conflict", `该企业已有有效许可证 ${held.number}（有效期至 ${validTo}），不能再次发证`);
  await updateLicenceState(tx, held.id, "cancelled");
  await endEngagements(tx, enterprise.id, today);
}

async function register(tx: Db, { caseId, enterprise, answers, today }: IssueOrder): Promise<void> {
  const people = peopleOf(answers);
  const elsewhere = await listEngagedElsewhere(tx, enterprise.id, people.map((person) => person.idNumber));
  if (elsewhere.length > 0) throw new Refusal("conflict", `${elsewhere.join("、")}已在其他企业任职，不能重复登记，请退回复审核对`);
  await insertEngagements(tx, { enterpriseId: enterprise.id, caseId, fromOn: today }, people);
  await keepClaimsOfLicensee(tx, caseId);
}
