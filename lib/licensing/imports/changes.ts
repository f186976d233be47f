import type { BaseContext } from "@/lib/forms/answers";
import { type Field, fieldsOf } from "@/lib/forms/definition";
import { fieldText, maskedText } from "@/lib/forms/display";
import { categories } from "@/lib/terms/categories";
import { codesOf } from "@/lib/terms/option-map";
import { importTables, levelField } from "./columns";
import type { KnownLicence, LicenceFace } from "./register";
import type { ImportChange, LicenceWrite } from "./report";

type Values = Readonly<Record<string, string>>;

const context: BaseContext = { today: "", answers: {}, files: [] };
const enterpriseFields = fieldsOf(importTables.enterprises.groups);
const licenceFields = fieldsOf(importTables.licences.groups);
/** 证面上随企业而变的几项，用企业一表的列名。 */
const holderFields = enterpriseFields.filter(({ key }) => ["unitName", "domicile", "legalRep"].includes(key));

/** 经营范围这样的长文只取不同的一段：两千行也要看得过来。 */
const LONGEST = 60;
const LEAD = 8;

function excerpt(text: string, other: string): string {
  if (text.length <= LONGEST) return text;
  const differs = [...Array(text.length).keys()].find((index) => text[index] !== other[index]) ?? text.length;
  const from = Math.max(0, Math.min(differs - LEAD, text.length - LONGEST));
  return `${from > 0 ? "…" : ""}${text.slice(from, from + LONGEST)}${from + LONGEST < text.length ? "…" : ""}`;
}

/** 两套值逐列对照，只列不同的；选项写中文，证件与手机号码遮盖。 */
function changesBetween(fields: readonly Field<BaseContext>[], before: Values, after: Values): ImportChange[] {
  const differing = fields.filter(({ key }) => (before[key] ?? "") !== (after[key] ?? ""));
  return differing.map((field) => {
    const shown = (own: Values): string => (field.mask ? maskedText : fieldText)(field, { own, section: own, context });
    const [older, newer] = [shown(before), shown(after)];
    // 遮盖之后看着一样的，说明确有不同
    if (older === newer) return { column: field.label, before: older, after: `${newer}（遮盖的几位不同）` };
    return { column: field.label, before: excerpt(older, newer), after: excerpt(newer, older) };
  });
}

/** 企业一行会改哪几项。 */
export const enterpriseChanges = (before: Values, after: Values): ImportChange[] => changesBetween(enterpriseFields, before, after);

const faceValues = ({ ruleSetId, items, holderName, domicile, legalRep, issuedOn, validFrom, validTo }: LicenceFace): Values => ({
  ruleSetId, unitName: holderName, domicile, legalRep, issuedOn, validFrom, validTo,
  ...Object.fromEntries(codesOf(categories).map((category) => [levelField(category), items.find((item) => item.category === category)?.level ?? ""])),
});

/** 许可证一行会改哪几项；face：证面变了，另出一版。 */
export function licenceChanges(before: KnownLicence, after: LicenceWrite): { changes: ImportChange[]; face: boolean } {
  const [older, newer] = [faceValues(before.current), faceValues(after)];
  const face = changesBetween([...licenceFields, ...holderFields], older, newer);
  const register = changesBetween(licenceFields, { firstIssuedOn: before.firstIssuedOn, state: before.state }, { firstIssuedOn: after.firstIssuedOn, state: after.state });
  return { changes: [...face, ...register], face: face.length > 0 };
}
