import type { FigureDifference } from "./named-figures";
import { type SourceId, sources } from "./sources";
import type { Confidence, Figure } from "./types";

/** 一个数字：名称、文字、可靠程度、出处与说明。 */
export interface FigureLine {
  name: string;
  text: string;
  confidence: Confidence;
  sources: string[];
  note: string;
}

/** 一套条件标准：何时起施行，是不是现行办法、是不是采用着的，与它的全部数字。 */
export interface RuleSetPage {
  id: string;
  title: string;
  effectiveFrom: string;
  effectiveTo: string;
  isLaw: boolean;
  chosen: boolean;
  figures: FigureLine[];
}

export interface RuleSetsView {
  sets: RuleSetPage[];
  /** 前一套与后一套哪些数字不同。 */
  differences: { older: string; newer: string; rows: FigureDifference[] }[];
  limits: FigureLine[];
}

/** 一个数字连同出处，说成一行。 */
export function figureLine(name: string, text: string, { confidence, sources: from, note }: Figure<unknown>): FigureLine {
  return { name, text, confidence, note: note ?? "", sources: from.map((id: SourceId) => sources[id]) };
}
