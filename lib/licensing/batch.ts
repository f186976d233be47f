import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import type { Business, LicenceItem } from "./business";
import type { LicensingContext } from "./context";
import { type EffectWords, effectSentences } from "./effect-words";
import { licenceScopeWords } from "./licence/scope";
import { issuePeriod } from "./licence/validity";
import type { ReviewAction } from "./obstacles";
import type { StageCode } from "./stages";

/** 可以成批办的动作：不必写理由的。 */
export const batchActions = ["accept", "grant"] as const satisfies readonly ReviewAction[];

export type BatchAction = (typeof batchActions)[number];

/** 哪个环节有哪一种，连同按钮上的字。 */
export const batchByStage: Partial<Record<StageCode, { action: BatchAction; label: string }>> = {
  intake: { action: "accept", label: "批量受理" },
  signature: { action: "grant", label: "批量签发" },
};

/** 一批至多几件。 */
export const MAX_BATCH = 50;

/** 预览的一行：办了会怎样，或者为什么不能办。 */
export interface BatchRow {
  applicationId: string;
  number: string;
  enterprise: string;
  business: string;
  scopeText: string;
  revision: number;
  /** 能办时的后果；不能办为空。 */
  outcome: string;
  /** 不能办的理由；能办为空。 */
  obstacle: string;
}

export interface BatchPreview {
  action: BatchAction;
  label: string;
  /** 办理前要当事人确认的话。 */
  confirm: string;
  rows: BatchRow[];
}

/** 一件的结局。 */
export interface BatchResult {
  applicationId: string;
  number: string;
  done: boolean;
  /** 办成了怎样，或者为什么没有办成。 */
  words: string;
}

/** 这一件准予之后要发的新证；不发新证的为 undefined。 */
export function issuedItems(business: Business, context: LicensingContext): readonly LicenceItem[] | undefined {
  return business.effects(context).find((effect) => effect.kind === "issue")?.items;
}

/** 发新证的后果：编号、项目、有效期。编号按现在的次序推算，别人先签发的往后顺延。 */
export function issueWords(items: readonly LicenceItem[], { ruleSet }: Pick<LicensingContext, "ruleSet">, expected: string, today: IsoDate): string {
  const { validFrom, validTo } = issuePeriod(today, ruleSet.validityYears.value);
  const scope = licenceScopeWords(items.map((item) => ({ ...item, ruleSetId: ruleSet.id })));
  return `发给新的许可证：${scope}，预计编号 ${expected}，有效期自${formatChineseDate(validFrom)}至${formatChineseDate(validTo)}`;
}

/** 不发新证的后果：各方会怎样，或者业务的一句话。 */
export const changeWords = ({ outcome = "", partiesOf }: Business, effects: readonly EffectWords[]): string => (partiesOf ? effectSentences(effects).join("。") : outcome);

/** 受理的后果。 */
export const acceptWords = (dueOn: IsoDate | null): string => (dueOn ? `承诺${formatChineseDate(dueOn)}前办结` : "");
