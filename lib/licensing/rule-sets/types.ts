import type { CategoryCode } from "@/lib/terms/categories";
import type { LevelCode } from "@/lib/terms/levels";
import type { ProjectKindCode } from "@/lib/terms/project";
import type { TitleLevelGroupCode } from "@/lib/terms/title";
import type { SourceId } from "./sources";

/** How sure a figure is: a source states it; one weak source or inference; nothing found, the value is provisional. */
export type Confidence = "VERIFIED" | "LIKELY" | "UNKNOWN";

/** One figure of the law with where it comes from. */
export interface Figure<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  readonly note?: string;
}

export type RuleSetId = "NDRC-36-2020" | "NDRC-30-2025";

/** What one level asks for and what it allows. */
export interface LevelRule {
  readonly code: LevelCode;
  /** The word of this scale, e.g. 三级（10千伏以下）. */
  readonly word: string;
  /** 许可范围: this voltage and below; null = no limit. */
  readonly maxVoltageKv: Figure<number | null>;
  readonly technicians: Figure<number>;
  /** Of them with 中级以上 title. */
  readonly intermediateTechnicians: Figure<number>;
  readonly skilledWorkers: Figure<number>;
  /** Of them 高压电工. */
  readonly highVoltageElectricians: Figure<number>;
  readonly leadYears: Figure<number>;
  readonly leadTitle: Figure<TitleLevelGroupCode>;
  readonly performanceRequired: Figure<boolean>;
  /** Held only by licences converted from the older scale; cannot be applied for. */
  readonly onlyByConversion?: true;
}

/** What counts as 业绩 of a category at a level that requires it. */
export interface PerformanceRule {
  readonly category: CategoryCode;
  /** within = accepted in the last years; total / consecutive = so many years of activity. */
  readonly period: { readonly kind: "within" | "total" | "consecutive"; readonly years: number };
  readonly minimumProjects: Figure<number>;
  /** At least one project of a kind from each group. */
  readonly kindGroups?: Figure<readonly (readonly ProjectKindCode[])[]>;
  /** False: only a warning, so its uncertainty does not keep the set from being the default. */
  readonly binding: boolean;
}

/** A dated set of figures; one order of the Commission. */
export interface RuleSet {
  readonly id: RuleSetId;
  readonly title: string;
  readonly effectiveFrom: string;
  /** Last day; absent while in force. */
  readonly effectiveTo?: string;
  /** Low to high. */
  readonly levels: readonly LevelRule[];
  /** 净资产 / 总资产 at least, in percent. */
  readonly netAssetsPercent: Figure<number>;
  /** Levels a first licence may reach. */
  readonly firstApplicationLevels: Figure<readonly LevelCode[]>;
  readonly performance: readonly PerformanceRule[];
  readonly validityYears: Figure<number>;
  /** Staff are counted once, against the highest level applied for (decided; no source). */
  readonly staffCounting: "onceAgainstHighest";
}
