import { Refusal } from "@/lib/access/refusal";
import { listParties } from "@/lib/data/business-facts";
import type { Db } from "@/lib/data/client";
import { appendLicenceVersion, findPendingRenewal, type HeldLicence, linkLicence, lockValidLicence } from "@/lib/data/licences";
import { asFacts } from "@/lib/enterprise/particulars";
import type { LicenceEffect } from "@/lib/licensing/business";
import { licenceScopeWords } from "@/lib/licensing/licence/scope";
import { renewedExpiry } from "@/lib/licensing/licence/validity";
import { formatChineseDate } from "@/lib/terms/dates";
import { requireSame } from "./holder";
import type { Effected, EffectOrder } from "./order";

type Amendment = Extract<LicenceEffect, { kind: "amend" }>;

/** 出新的一版：编号不变，发证日期为决定之日；证面取企业此刻的登记信息（登记事项变更先于它生效）。 */
export async function amendLicence(tx: Db, order: EffectOrder, { holder, reason, items, renew }: Amendment): Promise<Effected> {
  const enterprise = holder === "applicant" ? order.enterprise : (await listParties(tx, [holder.uscc]))[0];
  const held = enterprise && (await lockValidLicence(tx, enterprise.id));
  const current = held?.versions[0];
  if (!enterprise || !held || !current) throw new Refusal("conflict", "要变更的许可证已经不在，请退回核对");
  if (holder === "applicant") requireSame(order, held);
  if (!renew) await requireInForce(tx, held, current.validTo, order.today);
  const { ruleSet } = order.context;
  const facts = asFacts(enterprise);
  const validTo = renew ? renewedExpiry(current.validTo, ruleSet.validityYears.value) : current.validTo;
  const scope = items && {
    ruleSetId: ruleSet.id,
    items: items.map(({ category, level }) => ({ category, level })),
    scopeText: licenceScopeWords(items.map((item) => ({ ...item, ruleSetId: ruleSet.id }))),
  };
  await appendLicenceVersion(tx, held, {
    caseId: order.caseId, reason, issuedOn: order.today, validTo, holderName: enterprise.name, uscc: enterprise.uscc,
    domicile: facts.domicile ?? "", legalRep: facts.legalRep ?? "", ...scope,
  });
  if (holder !== "applicant") return {};
  await linkLicence(tx, order.caseId, held.id);
  return { licenceNumber: held.number, validTo };
}

/** 届满的许可证不能再变更；按期申请延续、还没有决定的继续有效（行政许可法第五十条）。 */
async function requireInForce(tx: Db, { id, number }: HeldLicence, validTo: string, today: string): Promise<void> {
  if (validTo >= today || (await findPendingRenewal(tx, id))) return;
  throw new Refusal("conflict", `许可证 ${number} 已于${formatChineseDate(validTo)}届满，不能再变更，请不予许可`);
}
