import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { findOfficeDigits, insertLicence, lockValidLicence } from "@/lib/data/licences";
import { lastNumber } from "@/lib/data/platform";
import { asFacts } from "@/lib/enterprise/particulars";
import type { LicenceItem } from "@/lib/licensing/business";
import { formatLicenceNumber, licenceSeries } from "@/lib/licensing/licence/number";
import { licenceScopeWords } from "@/lib/licensing/licence/scope";
import { issuePeriod } from "@/lib/licensing/licence/validity";
import { nextNumber } from "@/lib/services/platform/next-number";
import { endLicence } from "./cancel-licence";
import type { EffectOrder } from "./order";

export interface IssuedLicence {
  licenceId: string;
  number: string;
  validTo: string;
}

/**
 * 发一件新证：取号、第一版。
 * @throws Refusal conflict 原许可证还在有效期内，期满次日起方可签发（决定二）
 */
export async function issueLicence(tx: Db, order: EffectOrder, items: readonly LicenceItem[]): Promise<IssuedLicence> {
  await retireExpired(tx, order);
  const { enterprise, officeCode, today, caseId, context } = order;
  const office = await findOfficeDigits(tx, officeCode);
  const number = await takeLicenceNumber(tx, officeCode, office, today);
  const period = issuePeriod(today, context.ruleSet.validityYears.value);
  const facts = asFacts(enterprise);
  const licenceId = await insertLicence(
    tx,
    { number, enterpriseId: enterprise.id, officeCode, firstIssuedOn: today },
    {
      version: 1, caseId, reason: "首次发证", ruleSetId: context.ruleSet.id,
      items: items.map(({ category, level }) => ({ category, level })),
      scopeText: licenceScopeWords(items.map((item) => ({ ...item, ruleSetId: context.ruleSet.id }))),
      holderName: enterprise.name, uscc: enterprise.uscc, domicile: facts.domicile ?? "", legalRep: facts.legalRep ?? "",
      issuedOn: today, ...period, officeName: office.name,
    },
  );
  return { licenceId, number, validTo: period.validTo };
}

/** 现在签发会得到的编号，ahead 为往后第几个；只供预览，不占号，别人先签发的会顺延。 */
export async function expectLicenceNumber(db: Db, officeCode: string, today: string, ahead: number): Promise<string> {
  const [office, last] = [await findOfficeDigits(db, officeCode), await lastNumber(db, licenceSeries(officeCode))];
  return numberOf(office, last + ahead, today);
}

const numberOf = ({ regionDigit, officeDigit }: { regionDigit: number; officeDigit: number }, serial: number, today: string): string =>
  formatLicenceNumber({ region: regionDigit, office: officeDigit, serial, year: Number(today.slice(0, 4)) });

/** 取一个许可证编号：序号属于派出机构，允许跳号，不允许重号（决定三）。 */
export async function takeLicenceNumber(tx: Db, officeCode: string, office: { regionDigit: number; officeDigit: number }, today: string): Promise<string> {
  return numberOf(office, await nextNumber(tx, licenceSeries(officeCode)), today);
}

/** 一家企业至多一件有效许可证：届满的旧证随新证注销，未届满的不能再发。 */
async function retireExpired(tx: Db, { enterprise, caseId, today }: EffectOrder): Promise<void> {
  const held = await lockValidLicence(tx, enterprise.id);
  if (!held) return;
  const validTo = held.versions[0]?.validTo ?? "";
  if (validTo >= today) throw new Refusal("conflict", `该企业的许可证 ${held.number} 有效期至 ${validTo}，期满次日起方可签发新证`);
  await endLicence(tx, held, { caseId, reason: "有效期届满", today, state: "cancelled" });
}
