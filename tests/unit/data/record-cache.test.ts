import { describe, expect, it } from "vitest";
import type { ApplicationRecord } from "@/lib/data/applications";
import { cacheLimit, heldRecord, holdRecord } from "@/lib/data/record-cache";

const record = (caseId: string, letters: number): ApplicationRecord => ({
  now: "", caseId, number: "", officeCode: "", officeName: "", enterpriseId: "", state: "draft", revision: 1, round: 0, openKey: null, createdAt: "", submittedAt: null,
  stageDueOn: null, promisedDueOn: null, statutoryDueOn: null, clockPausedOn: null, clockStops: [], calendarRevision: 0, business: "", definitionVersion: 1, ruleSetId: null, ruleSetSetting: null, procedure: "", scopeText: "",
  enterprise: { name: "", uscc: "", particulars: null, parentName: null }, files: [], remarks: [], events: [], prefilledFrom: null, ahead: 0,
  sections: [{ key: "a", data: { text: "字".repeat(letters) }, revision: 1, at: "", by: "" }],
});
const million = 1_000_000;
const stillHeld = (names: readonly string[]) => names.filter((name) => heldRecord(name));

describe("读过的申请", () => {
  it("不超过上限，最久没用的先让位，刚用过的留着", () => {
    const names = Array.from({ length: 40 }, (_, index) => `case-${index}`);
    for (const name of names) {
      holdRecord("1", record(name, million));
      heldRecord("case-0");
    }
    const kept = stillHeld(names);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length * million).toBeLessThanOrEqual(cacheLimit);
    expect(kept).toEqual(["case-0", ...names.slice(-(kept.length - 1))]);
  });

  it("同一份反复记下不重复占地方；大过上限的不留", () => {
    for (let version = 0; version < 50; version += 1) holdRecord(String(version), record("same", million));
    holdRecord("1", record("other", million));
    expect(heldRecord("same")?.version).toBe("49");
    holdRecord("1", record("huge", cacheLimit));
    expect(heldRecord("huge")).toBeUndefined();
    holdRecord("1", record("after", million));
    expect(heldRecord("after")).toBeDefined();
  });

  it("内容从此只读，里层也是", () => {
    const held = holdRecord("1", record("frozen", 1));
    expect(() => held.sections.push()).toThrow(TypeError);
    expect(() => Object.assign(held.sections[0]?.data ?? {}, { text: "" })).toThrow(TypeError);
  });
});
