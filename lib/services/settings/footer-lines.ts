import "server-only";
import { findRuleSetInForce, getRuleSet } from "@/lib/licensing/rule-sets";
import { today } from "@/lib/services/platform/clock";
import { hotlineWords } from "@/lib/terms/portal";
import type { IsoDate } from "@/lib/workflow/iso-date";
import type { SettingValue } from "./definitions";
import { getSetting } from "./settings";

/** 每页页脚：向谁问、按哪一套标准核验、现行办法是哪一件。 */
export async function footerLines(): Promise<string[]> {
  const [chosen, on] = await Promise.all([getSetting("ruleSetId"), today()]);
  return footerWords(chosen, on);
}

/** 同前，用哪一套标准、今天是哪天已经知道的。 */
export function footerWords(chosen: SettingValue<"ruleSetId">, on: IsoDate): string[] {
  const used = getRuleSet(chosen);
  const law = findRuleSetInForce(on);
  const levels = used.levels.filter((level) => !level.onlyByConversion);
  const scale = `等级按${used.effectiveFrom.slice(0, 4)}年标准（${levels.at(-1)?.word ?? ""}至${levels[0]?.word ?? ""}）核验`;
  return [hotlineWords, law && law.id !== used.id ? `${scale}；现行办法为${law.title}` : scale];
}
