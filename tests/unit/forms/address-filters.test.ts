import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText, codeFilter, dayFilter, firstMisread, isMisread, monthFilter, readFilters, reversedIn } from "@/lib/forms/address-filters";

const kinds = { day: dayFilter, month: monthFilter, code: codeFilter({ a: "甲" }), text: anyText };

describe("地址里的筛选", () => {
  it("认得出的整理好，认不出的留着原文说出来，没有写的、写了两遍的不算", () => {
    const { read, misread } = readFilters({ day: " ２０２６/3/1 ", month: "2026-13", code: "toString", text: ["a", "b"] }, kinds);
    expect(read).toEqual({ day: "2026-03-01" });
    expect(misread).toEqual({ month: { typed: "2026-13", message: "请输入年月，如 2026-03" }, code: { typed: "toString", message: "没有这一项，请重新选择" } });
    expect([isMisread(misread), isMisread({}), firstMisread(misread), firstMisread({})]).toEqual([true, false, "请输入年月，如 2026-03", undefined]);
  });

  it("写着字的一格，不是认得出，就是说出来，绝不悄悄丢掉", () => {
    fc.assert(fc.property(fc.record({ day: fc.string(), month: fc.string(), code: fc.string() }), (raw) => {
      const { read, misread } = readFilters<"day" | "month" | "code">(raw, kinds);
      for (const key of ["day", "month", "code"] as const) expect(Number(key in read) + Number(key in misread)).toBeLessThanOrEqual(1);
      for (const key of ["day", "month", "code"] as const) if (/[0-9a-z]/.test(raw[key])) expect(key in read || key in misread).toBe(true);
    }));
  });

  it("写反了的起止记在止上，只写一个的不算反", () => {
    expect(reversedIn({ from: "2026-03-02", to: "2026-03-01" }, "from", "to")).toEqual({ to: { typed: "2026-03-01", message: "早于起始的 2026-03-02，请核对" } });
    for (const read of [{ from: "2026-03-02" }, { to: "2026-03-01" }, { from: "2026-03-01", to: "2026-03-01" }]) expect(reversedIn<"from" | "to">(read, "from", "to")).toEqual({});
  });
});
