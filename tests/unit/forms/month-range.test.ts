import { describe, expect, it } from "vitest";
import { readMonthRange } from "@/lib/forms/month-range";

const unreadable = "请输入年月，如 2026-03";

describe("地址里的起讫两个月份（L-6-10）", () => {
  it("L-6-10 认不出的说出来，写着的留着；上个世纪的不是", () => {
    expect(readMonthRange({ from: "2026-13", to: "1999-01" })).toEqual({ read: {}, misread: { from: { typed: "2026-13", message: unreadable }, to: { typed: "1999-01", message: "请输入 2000-01 至 2099-12 的年月" } } });
  });

  it("L-6-10 全角与别的写法照样认；没写的不算", () => {
    expect(readMonthRange({ from: "２０２６/2", to: "2026年5月" })).toEqual({ read: { from: "2026-02", to: "2026-05" }, misread: {} });
    expect(readMonthRange({ from: "", to: undefined })).toEqual({ read: {}, misread: {} });
  });

  it("L-6-10 写反了的都留着，说在“到”旁；同一个月不算反", () => {
    expect(readMonthRange({ from: "2026-05", to: "2026-02" })).toEqual({ read: { from: "2026-05", to: "2026-02" }, misread: { to: { typed: "2026-02", message: "早于起始的 2026-05，请核对" } } });
    expect(readMonthRange({ from: "2026-05", to: "2026-05" }).misread).toEqual({});
  });
});
