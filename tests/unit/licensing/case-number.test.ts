import { describe, expect, it } from "vitest";
import { formatCaseNumber, numbersWithSerial } from "@/lib/licensing/case-number";

describe("申请编号", () => {
  it("L-6-02 只记得顺序号也找得到：本机构今年与前五年的，补足六位", () => {
    expect(formatCaseNumber("NEEB", "2026", 22)).toBe("NEEB-2026-000022");
    expect(numbersWithSerial("NEEB", 2026, "22")).toEqual(["2026", "2025", "2024", "2023", "2022", "2021"].map((year) => `NEEB-${year}-000022`));
    expect(numbersWithSerial("NEEB", 2026, "000022")[0]).toBe("NEEB-2026-000022");
  });

  it("L-6-02 不是顺序号的没有", () => {
    for (const text of ["", "0", "0000000", "1234567", "2-1-00022", "恒光", "２２"]) expect(numbersWithSerial("NEEB", 2026, text)).toEqual([]);
  });
});
