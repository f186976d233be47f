import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentSeries, formatDocumentNumber, kindMarks, officeMark } from "@/lib/licensing/documents/number";
import { offices } from "@/lib/licensing/offices";
import { documentKinds } from "@/lib/terms/documents";
import { codesOf } from "@/lib/terms/option-map";

const parts = fc.record({
  kind: fc.constantFrom(...codesOf(documentKinds)), officeCode: fc.constantFrom(...offices.map(({ code }) => code), "NEW1"), year: fc.integer({ min: 2020, max: 2099 }).map(String), seq: fc.integer({ min: 1, max: 99_999 }),
});

describe("文书编号", () => {
  it("L-6-04 机构、年份、文书代字、顺序号依次排列", () => {
    expect(formatDocumentNumber({ kind: "acceptance", officeCode: "ECEB", year: "2026", seq: 12 })).toBe("华东监能许可〔2026〕受12号");
    expect(documentSeries("acceptance", "ECEB", "2026")).toBe("document:ECEB:2026:acceptance");
  });

  it("L-6-04 机构代字、文书代字两两不同，代字里没有数字", () => {
    const [office, kind] = [offices.map(({ code }) => officeMark(code)), Object.values(kindMarks)];
    expect(new Set(office).size).toBe(offices.length);
    expect(new Set(kind).size).toBe(codesOf(documentKinds).length);
    expect([...office, ...kind].join("")).not.toMatch(/[0-9A-Za-z]/);
  });

  it("L-6-04 机构、年份、种类、顺序号有一项不同，编号就不同", () => {
    fc.assert(fc.property(parts, parts, (a, b) => {
      expect(formatDocumentNumber(a) === formatDocumentNumber(b)).toBe(JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted()));
    }));
  });
});
