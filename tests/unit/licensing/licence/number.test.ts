import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLicenceNumber, isNumberPattern, licenceNumberExpression, normaliseLicenceNumber, parseLicenceNumber } from "@/lib/licensing/licence/number";

const parts = fc.record({
  region: fc.integer({ min: 1, max: 6 }),
  office: fc.integer({ min: 1, max: 99 }),
  serial: fc.integer({ min: 1, max: 99_999 }),
  year: fc.integer({ min: 1990, max: 2999 }),
});

describe("L-4.1.10-04 许可证编号", () => {
  it("与现存样本的写法相同", () => {
    expect(formatLicenceNumber({ region: 4, office: 1, serial: 33, year: 2006 })).toBe("4-1-00033-2006");
    expect(parseLicenceNumber("4-1-00033-2006")).toEqual({ region: 4, office: 1, serial: 33, year: 2006 });
  });

  it("编号可以还原，不同的部分不会得到同一个编号", () => {
    const patterns = fc.constantFrom("{region}-{office}-{serial}-{year}", "{year}.{region}/{office}+{serial}", "许{region}-{office}（{year}）{serial}");
    fc.assert(fc.property(parts, parts, patterns, (a, b, pattern) => {
      const number = formatLicenceNumber(a, pattern);
      expect(licenceNumberExpression(pattern).test(number)).toBe(true);
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(formatLicenceNumber(b, pattern)).not.toBe(number);
    }));
    fc.assert(fc.property(parts, (a) => {
      expect(parseLicenceNumber(formatLicenceNumber(a))).toEqual(a);
    }));
  });

  it.each(["7-1-00033-2006", "4-0-00033-2006", "4-1-33-2006", "4-1-00000-2006", "4-1-00033-06", "4-1-000333-2006", "", "x4-1-00033-2006"])(
    "「%s」不是编号", (value) => expect(parseLicenceNumber(value)).toBeUndefined(),
  );

  it("粘贴来的全角字符、空格、长横线都认得", () => {
    expect(normaliseLicenceNumber(" ４－１—00033–2006 ")).toBe("4-1-00033-2006");
    expect(parseLicenceNumber("4 - 1 - 00033 - 2006")?.serial).toBe(33);
  });

  it("放不下的部分被拒绝，绝不截短", () => {
    expect(() => formatLicenceNumber({ region: 4, office: 1, serial: 100_000, year: 2026 })).toThrow(RangeError);
    expect(() => formatLicenceNumber({ region: 7, office: 1, serial: 1, year: 2026 })).toThrow(RangeError);
    expect(() => formatLicenceNumber({ region: 4, office: 1, serial: 1.5, year: 2026 })).toThrow(RangeError);
  });

  it("规则须把四个部分各写一次且彼此分开", () => {
    expect(isNumberPattern("{year}-{region}-{office}-{serial}")).toBe(true);
    for (const bad of ["{region}-{office}-{serial}", "{region}{office}-{serial}-{year}", "{region}-{region}-{serial}-{year}", "{region}-{office}-{serial}-{year}-{x}"]) {
      expect(isNumberPattern(bad), bad).toBe(false);
      expect(() => licenceNumberExpression(bad)).toThrow(RangeError);
    }
  });
});
