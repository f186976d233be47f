import { describe, expect, it } from "vitest";
import { documentSearch, readDocumentFilter } from "@/lib/licensing/documents/filter";

describe("文书清单的条件", () => {
  it("L-6-11 默认看未送达的；认不出的条件不算", () => {
    expect(readDocumentFilter({})).toEqual({ state: "pending" });
    expect(readDocumentFilter({ state: "x", kind: ["grant"], since: "2026-13-01", until: 5, days: "4" })).toEqual({ state: "pending" });
  });

  it("L-6-11 条件写回地址，再读还是它", () => {
    for (const filter of [{ state: "pending" as const }, { state: "all" as const, kind: "grant", since: "2026-01-01", until: "2026-11-22" }, { state: "pending" as const, days: 7 }]) {
      expect(readDocumentFilter(Object.fromEntries(new URLSearchParams(documentSearch(filter))))).toEqual(filter);
    }
    expect(documentSearch({ state: "pending" }, { after: "x" })).toBe("after=x");
  });
});
