import { findHeldLicence, listEngaged } from "@/lib/data/business-facts";
import { db } from "@/lib/data/client";
import { findLicenceRow, findPendingRenewal } from "@/lib/data/licences";
import type { ReviewedCase } from "@/lib/data/review";
import { asFacts, factText, registrationFields } from "@/lib/enterprise/particulars";
import { fieldsOf } from "@/lib/forms/definition";
import { maskId, maskMobile } from "@/lib/forms/identifiers";
import type { LicenceInForceView } from "@/lib/licensing/case-views";
import { licenceVerdict } from "@/lib/licensing/licence/state";
import { recordOf, versionView } from "@/lib/services/licences/licence-record";
import { formatChineseDate } from "@/lib/terms/dates";
import { wordOf } from "@/lib/terms/option-map";
import { personnelRoles } from "@/lib/terms/person";
import { licenceStates } from "@/lib/terms/states";

/** 企业现在的许可证：证面、登记信息、在册人员；没有没终止的许可证为 undefined。 */
export async function licenceInForce({ enterpriseId, enterprise }: ReviewedCase, today: string): Promise<LicenceInForceView | undefined> {
  const held = await findHeldLicence(db(), enterpriseId);
  const found = held && (await findLicenceRow(db(), held.licenceId));
  const [version] = found?.versions ?? [];
  if (!found || !version) return undefined;
  const [renewal, people] = await Promise.all([findPendingRenewal(db(), found.id), listEngaged(db(), enterpriseId)]);
  const face = versionView(version);
  const state = licenceVerdict(recordOf(found, version, renewal), today);
  return {
    id: found.id, number: found.number, state, stateWord: wordOf(licenceStates, state),
    items: face.items.map(({ word, range }) => ({ word, range })),
    facts: [
      { label: "有效期", text: `${formatChineseDate(face.validFrom)}至${formatChineseDate(face.validTo)}` }, { label: "发证日期", text: formatChineseDate(face.issuedOn) },
      { label: "条件标准", text: face.ruleSetTitle }, ...particularsOf(enterprise),
    ],
    people: people.map(({ kind, name, idNumber, fromOn }) => ({ kind: wordOf(personnelRoles, kind), name, maskedId: maskId(idNumber), fromOn })),
  };
}

/** 现在的登记信息，填了的各项；号码遮盖。 */
function particularsOf(enterprise: ReviewedCase["enterprise"]): { label: string; text: string }[] {
  const facts = asFacts(enterprise);
  return fieldsOf(registrationFields).flatMap((field) => {
    const text = factText(field, facts);
    const masked = field.mask === "identity" ? maskId(text) : field.mask === "phone" ? maskMobile(text) : text;
    return text === "" ? [] : [{ label: field.label, text: masked }];
  });
}
