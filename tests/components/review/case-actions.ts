import { vi } from "vitest";
import type { CaseActions } from "@/components/review/types";

const done = <T,>(value: T) => vi.fn(async () => ({ ok: true as const, value }));

/** 案件页的服务端动作，都办得成；要别的情形就换几个。 */
export function caseActions(changes: Partial<CaseActions> = {}): CaseActions {
  return {
    claim: done({}), decide: done({ state: "accepted" }), draftRemark: done({}), updateRemark: done({}), removeRemark: done({}), resolveRemark: done({}), reveal: done("210200198003125554"),
    recordConsent: done({}), savePhrase: done({}), removePhrase: done({}),
    ...changes,
  };
}
