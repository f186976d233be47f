import type { Field } from "@/lib/forms/definition";
import { formatChineseDate } from "@/lib/terms/dates";
import { categories } from "@/lib/terms/categories";
import type { LicensingContext } from "../context";
import { conversionText, heldItems } from "../held-items";
import { itemText } from "../items";
import { findLevel } from "../rule-sets/levels";
import type { RuleSet } from "../rule-sets/types";

type LicensingField = Field<LicensingContext>;

const FROM_LICENCE = "取自现行许可证，不能修改";

/** 原许可证的编号、类别和等级；标准换了的，换算的结果也写出来。 */
export const heldLicenceFields: readonly LicensingField[] = [
  { key: "oldLicenceNo", label: "原许可证号", kind: "text", derive: ({ context }) => context.licence?.number ?? "", source: FROM_LICENCE },
  { key: "oldItems", label: "原类别和等级", kind: "text", derive: ({ context }) => context.licence?.scopeText ?? "", source: FROM_LICENCE },
  {
    key: "convertedItems", label: "按现在适用的等级标准换算", kind: "text", width: "full",
    visible: ({ context }) => conversionText(context) !== "", derive: ({ context }) => conversionText(context), source: "由原类别和等级换算得出，请核对",
  },
];

export const expiryField: LicensingField = {
  key: "expiry", label: "有效期至", kind: "date", derive: ({ context }) => formatChineseDate(context.licence?.validTo ?? ""), source: FROM_LICENCE,
};

/** 可以选的级别：标准里能申请的，加上原来就有的（只由换算得来的只能保留）。 */
export function isOffered({ ruleSet, ...context }: Pick<LicensingContext, "ruleSet" | "licence">, category: string, level: string): boolean {
  const found = findLevel(ruleSet, level);
  if (!found) return false;
  return !found.onlyByConversion || heldItems({ ruleSet, ...context }).some((held) => held.category === category && held.level === level);
}

/** 级别须属于现在适用的标准，只由换算得来的只能保留。 */
export const knownLevels: NonNullable<LicensingField["check"]> = (value, { context }) => {
  const chosen = Object.entries(value as Record<string, string>).filter(([, level]) => level !== "");
  const wrong = chosen.find(([category, level]) => !Object.hasOwn(categories, category) || !isOffered(context, category, level));
  return wrong && `请重新选择级别，现行规则下不能申请${itemText(context.ruleSet, { category: wrong[0], level: wrong[1] })}`;
};

/** 一个标准的全部级别，高的在前。 */
export const levelCodes = (ruleSet: RuleSet): string[] => ruleSet.levels.map(({ code }) => code as string).toReversed();
