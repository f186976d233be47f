import { describe, expect, it } from "vitest";
import { faultOfSheetFile, MAX_SHEET_BYTES } from "@/lib/licensing/attachments/sheet-file";

describe("导入前就看得出的表格问题", () => {
  it.each([
    ["电工.xlsx", 1, undefined],
    ["电工.XLSX", MAX_SHEET_BYTES, undefined],
    ["电工.xls", 1, "只收 .xlsx"],
    ["电工.xlsx", 0, "空文件"],
    ["电工.xlsx", MAX_SHEET_BYTES + 1, "超过 3 MB"],
  ])("%s，%i 字节", (name, size, reason) => {
    const fault = faultOfSheetFile({ name, size });
    if (reason === undefined) expect(fault).toBeUndefined();
    else expect(fault).toContain(reason);
  });
});
