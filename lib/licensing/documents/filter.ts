import { deliveryStates, type DeliveryState, documentKinds } from "@/lib/terms/documents";
import { isCodeOf } from "@/lib/terms/option-map";
import { isIsoDate } from "@/lib/workflow/iso-date";
import { type DocumentFilter, waitingChoices } from "./views";

export type RawDocumentFilter = Readonly<Partial<Record<keyof DocumentFilter, unknown>>>;

const isDay = (value: unknown): value is string => typeof value === "string" && isIsoDate(value);

/** 地址里的条件不可信：认不出的不算；默认看未送达的。 */
export function readDocumentFilter({ state, kind, since, until, days }: RawDocumentFilter): DocumentFilter {
  const least = waitingChoices.find((choice) => String(choice) === String(days));
  return {
    state: state === "all" ? "all" : isCodeOf(deliveryStates, state) ? (state as DeliveryState) : "pending",
    ...(isCodeOf(documentKinds, kind) ? { kind } : {}),
    ...(isDay(since) ? { since } : {}),
    ...(isDay(until) ? { until } : {}),
    ...(least ? { days: least } : {}),
  };
}

/** 条件写回地址；默认的不写。 */
export function documentSearch({ state, ...rest }: DocumentFilter, more: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries({ ...(state === "pending" ? {} : { state }), ...rest, ...more }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
}
