import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/forms/answers";
import type { Field } from "@/lib/forms/definition";
import { emptyRow, formValues, refusalsIn } from "@/lib/forms/draft";
import { faultOf } from "@/lib/forms/issues";
import { kindOf, kinds } from "@/lib/forms/kinds";
import type { KindName } from "@/lib/forms/kinds/values";
import { fieldsOf } from "@/lib/forms/definition";
import { first, people, sampleContext } from "../../builders/sample-form";

const scope = { own: {}, section: {}, context: sampleContext() };
const fault = (kind: KindName, value: Json, traits: Partial<Field<ReturnType<typeof sampleContext>>> = {}) =>
  faultOf({ key: "k", label: "甲", kind, ...traits }, value, scope);

/** 每种字段：对的、错的与要说的话。 */
const cases: [KindName, Json[], [Json, string][]][] = [
  ["text", ["甲"], [["长".repeat(201), "最多 200 个字，现有 201 个"]]],
  ["longText", ["甲"], [["长".repeat(2001), "最多 2000 个字，现有 2001 个"]]],
  ["integer", ["0", "-3", "120"], [["1.5", "请输入整数"], ["一", "请输入整数"]]],
  ["decimal", ["0.5", "-12.123456"], [["1.1234567", "请输入数字，最多六位小数"], ["1e3", "请输入数字，最多六位小数"]]],
  ["date", ["2024-02-29"], [["2023-02-29", "请输入真实的日期，如 2026-03-01"], ["明天", "请输入真实的日期，如 2026-03-01"]]],
  ["month", ["2024-12"], [["2024-13", "请输入年月，如 2026-03"]]],
  ["mobile", ["13800138000"], [["12345", "请输入正确的手机号码"], ["024-23100000", "请输入正确的手机号码"]]],
  ["phone", ["13800138000", "024-23100000"], [["123", "请输入手机号码，或带区号的固定电话，如 024-23100000"]]],
  ["fixedLine", ["024-23100000"], [["23100000", "请输入正确的固定电话，如024-23456789"]]],
  ["email", ["a@b.cn"], [["a@b", "请输入正确的电子邮箱，如 name@example.com"]]],
  ["postalCode", ["110001"], [["1100", "请输入6位邮政编码"]]],
  ["residentId", ["11010519491231002X"], [["110105194912310021", "请核对身份证号码，校验位不正确"]]],
  ["identityNumber", ["H12345678"], [["王", "请输入证件上的号码，只含数字和字母"]]],
  ["uscc", ["91210102XFAKE501XR"], [["91210102XFAKE501XX", "请核对统一社会信用代码，最后一位校验不正确"]]],
  ["region", ["辽宁省/沈阳市"], [["辽宁省", "请选到市、区（县）"]]],
];

describe("字段种类", () => {
  it("L-4.1.3-06 每种都说得出错在哪里，证明人电话须为手机号码", () => {
    for (const [kind, good, bad] of cases) {
      for (const value of good) expect([kind, value, fault(kind, value)]).toEqual([kind, value, undefined]);
      for (const [value, message] of bad) expect([kind, value, fault(kind, value)]).toEqual([kind, value, message]);
    }
  });

  it("最短、最小、最大也判", () => {
    expect(fault("text", "甲", { minLength: 2 })).toBe("至少 2 个字");
    expect(fault("longText", "甲", { minLength: 2 })).toBe("至少 2 个字");
    expect(fault("decimal", "0", { min: 1 })).toBe("不得小于 1");
    expect(fault("decimal", "-5", { min: 0.000001 })).toBe("须大于 0");
    expect(fault("decimal", "0.000001", { min: 0.000001 })).toBeUndefined();
  });

  it("形状不对的值当作没填，空值不判", () => {
    for (const kind of Object.keys(kinds) as KindName[]) {
      expect(kindOf({ kind }).isEmpty(undefined)).toBe(true);
      expect(kindOf({ kind }).isEmpty(kindOf({ kind }).empty)).toBe(true);
      expect(kindOf({ kind }).isEmpty({ bad: { shape: 1 } })).toBe(true);
      expect(kindOf({ kind }).toText({ bad: { shape: 1 } })).toBe(kind === "checkbox" ? "否" : "");
    }
  });

  it("输入整理：全角转半角、千分位、日期的各种写法", () => {
    const tidy = (kind: KindName, value: string) => kindOf({ kind }).accept(value);
    expect(tidy("decimal", "１,２００.5")).toBe("1200.5");
    expect(tidy("date", "2026/3/1")).toBe("2026-03-01");
    expect(tidy("date", "20260301")).toBe("2026-03-01");
    expect(tidy("month", "2026年3月")).toBe("2026-03");
    expect(tidy("residentId", " 11010519491231002x ")).toBe("11010519491231002X");
  });

  it("L-4.1.1-02 类别级别的文字", () => {
    const options = { "installation:4": "承装四级", "testing:5": "承试五级" };
    expect(kindOf({ kind: "levelMatrix" }).toText({ installation: "4", repair: "", testing: "5" }, options)).toBe("承装四级、承试五级");
    expect(kindOf({ kind: "levelMatrix" }).toText({ testing: "5", installation: "4" }, options)).toBe("承装四级、承试五级");
    expect(kindOf({ kind: "levelMatrix" }).isEmpty({ installation: "" })).toBe(true);
  });
});

describe("草稿", () => {
  it("新行与表单取初值，推导字段不在其中", () => {
    expect(emptyRow(people, "row-1", { name: "王磊" })).toMatchObject({ rowId: "row-1", name: "王磊", kind: "a", skills: [], manager: false });
    expect(emptyRow(people, "row-1")).not.toHaveProperty("initials");
    expect(formValues(first, { title: "甲" })).toEqual({ title: "甲", choice: "", reason: "", count: "", agreed: false });
  });

  it("L-4.1.6-04 当场校验的字段填错了拒绝保存，空着的不拒绝，别的字段错了也不拒绝", () => {
    const refuse = (record: Record<string, Json>) =>
      refusalsIn(fieldsOf(people.groups), record, { ...scope, own: record }, { section: "second", table: "people", row: "row-1" });
    expect(refuse({ idNo: "123", since: "2030-01-01" })).toEqual([
      { section: "second", table: "people", row: "row-1", field: "idNo", message: "请输入18位身份证号码，最后一位可以是X", severity: "blocking", nature: "wrong" },
    ]);
    expect(refuse({ idNo: "" })).toEqual([]);
  });
});
