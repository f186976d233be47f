import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usccCheckCharacter, organisationCheckCharacter } from "@/lib/forms/identifiers";
import { readCreditSheet, splitDates } from "@/lib/licensing/procedures/credit-sheet";
import { creditGrades, codesOf } from "@/lib/terms";

/** 造得出任意多个合格的代码。 */
const code = (serial: number): string => {
  const body = String(serial).padStart(8, "0");
  const first17 = `91210102${body}${organisationCheckCharacter(body)}`;
  return first17 + usccCheckCharacter(first17);
};
const TODAY = "2026-11-23";
const read = (text: string) => readCreditSheet(text, TODAY);
const head = "统一社会信用代码,信用等级,自贸区试点,承诺制区域,容缺失信日期";

describe("信用登记的 CSV", () => {
  it("L-6-08 逐行读出；等级可写词也可写代码，几个日期用顿号隔开，引号里的逗号不算列", () => {
    const { entries, faults } = read(`\uFEFF${head}\r\n${code(1)},信用良好,是,否,\r\n${code(2)},untrustworthy,,,"2025-3-1,2026/10/02"\r\n\r\n`);
    expect(faults).toEqual([]);
    expect(entries).toEqual([
      { line: 2, uscc: code(1), grade: "good", pilotZone: true, commitmentRegion: false, deferralDefaults: [] },
      { line: 3, uscc: code(2), grade: "untrustworthy", pilotZone: false, commitmentRegion: false, deferralDefaults: ["2025-03-01", "2026-10-02"] },
    ]);
  });

  it("L-6-08 每处不对都指到行与列，重复的代码也说", () => {
    const { entries, faults } = read(`${head}\n123,优,或许,否,昨天\n${code(3)},守信,,,\n${code(3)},守信,,,`);
    expect(entries.map(({ line }) => line)).toEqual([3]);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, "统一社会信用代码"], [2, "信用等级"], [2, "容缺失信日期"], [2, "自贸区试点"], [4, "统一社会信用代码"],
    ]);
    expect(faults.at(-1)?.reason).toBe("与第 3 行重复");
  });

  it("L-6-08 容缺失信日期还没有到的不收", () => {
    expect(read(`${head}\n${code(4)},守信,,,2026-11-23`).faults).toEqual([]);
    expect(read(`${head}\n${code(4)},守信,,,2026-11-24`).faults).toMatchObject([{ line: 2, column: "容缺失信日期", reason: "请核对 2026-11-24，这一天还没有到" }]);
  });

  it("没有表头、行数过多都整个不收", () => {
    expect(read("").faults.map(({ column }) => column)).toEqual(["统一社会信用代码", "信用等级"]);
    expect(read(`${head}\n${"x,y\n".repeat(5001)}`)).toMatchObject({ entries: [], faults: [{ reason: expect.stringContaining("最多导入 5000 行") }] });
  });

  it("写出再读回的都一样；乱写的只会成错，不会成登记", () => {
    const entry = fc.record({
      serial: fc.integer({ min: 0, max: 99_999_999 }), grade: fc.constantFrom(...codesOf(creditGrades)), pilotZone: fc.boolean(), commitmentRegion: fc.boolean(),
      deferralDefaults: fc.array(fc.constantFrom("2025-01-31", "2026-02-28"), { maxLength: 2 }),
    });
    fc.assert(fc.property(fc.uniqueArray(entry, { selector: ({ serial }) => serial, maxLength: 20 }), (rows) => {
      const lines = rows.map((row) => [code(row.serial), `"${creditGrades[row.grade]}"`, row.pilotZone ? "是" : "否", row.commitmentRegion ? "是" : "", row.deferralDefaults.join("、")].join(","));
      const { entries, faults } = read([head, ...lines].join("\n"));
      expect(faults).toEqual([]);
      expect(entries.map(({ line: _line, ...one }) => one)).toEqual(rows.map(({ serial, ...row }) => ({ uscc: code(serial), ...row })));
    }));
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => read(`${head}\n${text}`).entries.length === 0));
    expect(read(`${head}\n"${code(9)}","信用""良好",,,`).faults).toMatchObject([{ value: '信用"良好' }]);
    expect(splitDates("2026-1-2； 2026.3.4")).toEqual(["2026-01-02", "2026-03-04"]);
  });
});
