import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "@/lib/forms/answers";
import { cellsOf, columnsOf, readSheet } from "@/lib/forms/spreadsheet";
import { skilledWorkers } from "@/lib/licensing/sections/skilled-workers";
import { technicians } from "@/lib/licensing/sections/technicians";
import { completeNewLicence, licensingContext, technicianRow, workerRow } from "../../builders/new-licence";
import { fictitiousPerson } from "../../builders/people";
import { goodRow, people, sampleContext, second } from "../../builders/sample-form";

const context = sampleContext();
const headers = columnsOf(second, people, context).map((column) => column.header);
let next = 0;
const newRowId = () => `row-new-${(next += 1)}`;
const read = (lines: string[][], existing: readonly Row[] = [], head = headers) => readSheet(second, people, { headers: head, lines }, context, existing, newRowId);

const idNo = (n: number): string => fictitiousPerson(n).residentId;

describe("模板", () => {
  it("L-4.1.2-10 列由声明得出：推导的不在，只在别的情况下才出现的不算必填，选项成下拉", () => {
    const columns = columnsOf(second, people, context);
    expect(columns.map((column) => column.header)).not.toContain("姓氏");
    expect(columns.filter((column) => column.required).map((column) => column.header)).toEqual(["姓名", "身份证号码", "类型", "起始日期"]);
    expect(columns.find((column) => column.field === "kind")?.options).toEqual(["甲类", "乙类"]);
  });
});

describe("导出再导入", () => {
  const text = fc.string({ maxLength: 8 }).map((value) => value.normalize("NFKC").trim());
  const rowArbitrary = fc.record({
    name: text.filter((value) => value.length > 0 && value.length <= 10),
    kind: fc.constantFrom("a", "b"),
    skills: fc.subarray(["x", "y"]),
    since: fc.date({ min: new Date("1950-01-01"), max: new Date("2026-11-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    from: fc.constantFrom("", "2020-01", "1999-12"),
    place: fc.constantFrom("", "辽宁省/沈阳市/和平区", "北京市/东城区"),
    amount: fc.constantFrom("", "0", "12.345678", "100"),
    manager: fc.boolean(),
    phone: fc.constantFrom("", "13800138000"),
    note: text.map((value) => value || "说明"),
  });

  it("一字不差，行号由唯一字段认回", () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 20 }), (generated) => {
        const rows = generated.map((values, n): Row => ({ rowId: `row-${String(n).padStart(8, "0")}`, idNo: idNo(n), ...values }));
        const reading = read(cellsOf(second, people, rows, context), rows);
        expect(reading.faults).toEqual([]);
        expect(reading.rows).toEqual(rows);
      }),
    );
  });

  it("两本真实的名册同样一字不差", () => {
    const built = licensingContext(completeNewLicence());
    const cases = [
      { section: technicians, rows: [1, 2, 3].map((n) => technicianRow(fictitiousPerson(n), n, "viceSenior")) },
      { section: skilledWorkers, rows: [1, 2, 3].map((n) => workerRow(fictitiousPerson(n), n, n % 2 === 0)) },
    ];
    for (const { section, rows } of cases) {
      const [table] = section.tables;
      if (!table) throw new Error("no table");
      const head = columnsOf(section, table, built).map((column) => column.header);
      const reading = readSheet(section, table, { headers: head, lines: cellsOf(section, table, rows, built) }, built, rows, newRowId);
      expect(reading.faults).toEqual([]);
      expect(reading.rows).toEqual(rows.map((row) => expect.objectContaining(row)));
    }
  });
});

describe("导入", () => {
  const line = (n: number, changes: Record<string, string> = {}): string[] => {
    const [cells = []] = cellsOf(second, people, [goodRow("row-aaaa-1", { idNo: idNo(n) })], context);
    return cells.map((cell, index) => changes[headers[index] ?? ""] ?? cell);
  };

  it("二百行里七行有错：好的一百九十三行导入，坏的七行逐格给出行号与原因", () => {
    const bad: Record<number, Record<string, string>> = {
      3: { 姓名: "" }, 17: { 身份证号码: "123" }, 40: { 类型: "丙类" }, 77: { 起始日期: "2026-13-01" }, 101: { 金额: "-1" }, 150: { 手机: "12345" },
      199: { 身份证号码: idNo(0) },
    };
    const lines = Array.from({ length: 200 }, (_, n) => line(n, bad[n]));
    const reading = read(lines);
    expect(reading.rows).toHaveLength(193);
    expect(reading.refused).toBe(7);
    expect(reading.faults.map((fault) => [fault.line, fault.column, fault.reason])).toEqual([
      [5, "姓名", "未填写"],
      [19, "身份证号码", "请输入18位身份证号码，最后一位可以是X"],
      [42, "类型", "不在可选范围内"],
      [79, "起始日期", "请输入真实的日期，如 2026-03-01"],
      [103, "金额", "不得小于 0"],
      [152, "手机", "请输入正确的手机号码"],
      [201, "身份证号码", "与第 2 行重复"],
    ]);
    expect(new Set(reading.rows.map((row) => row.rowId)).size).toBe(193);
  });

  it("已有的人是更新：行号不变，表里没有的列保持原值", () => {
    const existing = [goodRow("row-aaaa-1", { idNo: idNo(1), phone: "13900139000", note: "留着" })];
    const some = ["姓名", "身份证号码", "类型", "起始日期"];
    const reading = read([["李强", idNo(1), "乙类", "2021/3/4"]], existing, some);
    expect(reading.rows).toEqual([{ ...existing[0], name: "李强", kind: "b", since: "2021-03-04" }]);
  });

  it("认得星号、空白与全角括号的表头；空行跳过；缺必填列时说缺哪一列", () => {
    const starred = headers.map((header, index) => (index === 0 ? " ＊姓 名" : header));
    expect(read([line(1), headers.map(() => " ")], [], starred)).toMatchObject({ rows: [{ name: "王磊" }], refused: 0 });
    const without = headers.filter((header) => header !== "身份证号码");
    expect(read([["王磊"]], [], without).faults).toEqual([{ line: 1, column: "身份证号码", reason: "缺少这一列，请使用下载的模板", value: "" }]);
  });

  it("表格里的日期、年月、是否、多选有几种写法都认", () => {
    const reading = read([line(1, { 起始日期: "2021年3月4日", 起始年月: "2020.1", 是否管理: "√", 技能: "安装，维修", 地点: "辽宁省 沈阳市" })]);
    expect(reading.rows[0]).toMatchObject({ since: "2021-03-04", from: "2020-01", manager: true, skills: ["x", "y"], place: "辽宁省/沈阳市" });
  });
});
