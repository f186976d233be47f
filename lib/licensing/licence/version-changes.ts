import { formatChineseDate } from "@/lib/terms/dates";
import { categories } from "@/lib/terms/categories";
import { codesOf } from "@/lib/terms/option-map";
import { levelWord } from "../items";
import { getRuleSet } from "../rule-sets";
import type { CategoryLevel } from "./scope";

/** 一处变化，变更前与变更后都用文字说。 */
export interface FactChange {
  label: string;
  before: string;
  after: string;
  mask?: "identity" | "phone";
}

/** 一版证面里会变的。 */
export interface VersionFacts {
  ruleSetId: string;
  items: readonly CategoryLevel[];
  holderName: string;
  legalRep: string;
  domicile: string;
  validTo: string;
  officeName: string;
}

export type Scope = Pick<VersionFacts, "ruleSetId" | "items">;

/** 类别和等级的变化，一个类别一处；等级标准换了的另说。 */
export function scopeChanges(before: Scope, after: Scope): FactChange[] {
  const [older, newer] = [getRuleSet(before.ruleSetId), getRuleSet(after.ruleSetId)];
  const wordAt = ({ ruleSetId, items }: Scope, category: string): string | undefined => {
    const level = items.find((item) => item.category === category)?.level;
    return level === undefined ? undefined : levelWord(getRuleSet(ruleSetId), level);
  };
  const byCategory = codesOf(categories).map((category) => ({ label: `${categories[category]}等级`, before: wordAt(before, category) ?? "没有", after: wordAt(after, category) ?? "不再保留" }));
  const named = byCategory.filter((change) => change.before !== "没有" || change.after !== "不再保留");
  return [...named, { label: "等级标准", before: older.title, after: newer.title }].filter((change) => change.before !== change.after);
}

const plain = { holderName: "单位名称", legalRep: "法定代表人", domicile: "住所", officeName: "发证机关" } as const satisfies Partial<Record<keyof VersionFacts, string>>;

/** 相邻两版之间的全部变化。 */
export function versionChanges(before: VersionFacts, after: VersionFacts): FactChange[] {
  const keys = Object.keys(plain) as (keyof typeof plain)[];
  return [
    ...keys.map((key) => ({ label: plain[key], before: before[key], after: after[key] })),
    ...scopeChanges(before, after),
    { label: "有效期至", before: formatChineseDate(before.validTo), after: formatChineseDate(after.validTo) },
  ].filter((change) => change.before !== change.after);
}
