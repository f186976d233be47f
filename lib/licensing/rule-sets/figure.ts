import type { Confidence, Figure } from "./types";
import type { SourceId } from "./sources";

const figure =
  (confidence: Confidence) =>
  (...sources: readonly SourceId[]) =>
  <T>(value: T, note?: string): Figure<T> =>
    note === undefined ? { value, confidence, sources } : { value, confidence, sources, note };

/** A source states it. */
export const verified = figure("VERIFIED");
/** A weak or single source, or an inference. */
export const likely = figure("LIKELY");
/** Nothing found: the value is provisional. */
export const unknown = figure("UNKNOWN");
