import { describe, expect, it } from "vitest";
import { asPattern, codeList, Conditions, dayLiteral } from "@/lib/data/conditions";

describe("语句里的值", () => {
  it("别处来的值只占位置", () => {
    const where = new Conditions();
    expect([where.place("'; DROP TABLE x"), where.place(2)]).toEqual(["$1", "$2"]);
    expect(where.values).toEqual(["'; DROP TABLE x", 2]);
  });

  it("查找的字里 %、_、\\ 只当文字", () => expect(asPattern("50%_\\")).toBe("50\\%\\_\\\\"));

  it("状态代码写在语句里，不是代码的不写", () => {
    expect(codeList(["submitted", "underReview"])).toBe("ARRAY['submitted','underReview']::text[]");
    expect(codeList([])).toBe("ARRAY[]::text[]");
    for (const strange of ["a'b", "", "a b", "已受理"]) expect(() => codeList(["submitted", strange])).toThrow("not a code");
  });

  it("日子写在语句里，不是日子的不写", () => {
    expect(dayLiteral("2026-11-23")).toBe("'2026-11-23'");
    for (const strange of ["2026-11-23'", "今天", "2026-11-23\n", ""]) expect(() => dayLiteral(strange)).toThrow("not a day");
  });
});
