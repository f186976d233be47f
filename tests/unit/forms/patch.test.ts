import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row, SectionAnswers } from "@/lib/forms/answers";
import { applyPatch, parsePatch, PatchFault, patchBetween } from "@/lib/forms/patch";
import { SectionPatch } from "@/lib/forms/section-patch";
import { first, goodRow, second } from "../../builders/sample-form";

const noRows = { rows: [] };

describe("来信里的改动", () => {
  const sent = (value: unknown) => SectionPatch.safeParse({ fields: [{ key: "title", from: null, to: value }], rows: [] }).success;
  const deep = (levels: number): unknown => (levels === 0 ? "底" : [deep(levels - 1)]);

  it("只收 JSON", () => {
    for (const value of ["新", 1.5, true, null, [], ["甲"], { installation: "5" }]) expect(sent(value)).toBe(true);
    for (const value of [undefined, Number.NaN, Infinity, 1n, () => 1, new Date(), new Map(), [undefined], { inner: new Date() }]) expect(sent(value)).toBe(false);
  });

  it("太深的不收，也不会爆栈", () => {
    expect(sent(deep(3))).toBe(true);
    expect(sent(JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`))).toBe(false);
  });

  it("行必须是对象或空", () => {
    const row = (to: unknown) => SectionPatch.safeParse({ fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: null, to }] }).success;
    expect([row({ name: "王磊" }), row(null)]).toEqual([true, true]);
    expect([row([]), row("王磊"), row(new Date()), row(undefined)]).toEqual([false, false, false, false]);
  });
});

describe("一次保存只带改动", () => {
  it("改之前的值没变就写入", () => {
    const { answers, conflicts } = applyPatch({ title: "旧" }, { fields: [{ key: "title", from: "旧", to: "新" }], ...noRows });
    expect(answers).toEqual({ title: "新" });
    expect(conflicts).toEqual([]);
  });

  it("已被别人改过的同一处是冲突，不覆盖，两边的值都给出", () => {
    const { answers, conflicts } = applyPatch({ title: "别人的" }, { fields: [{ key: "title", from: "旧", to: "我的" }], ...noRows });
    expect(answers.title).toBe("别人的");
    expect(conflicts).toEqual([{ field: "title", mine: "我的", theirs: "别人的" }]);
  });

  it("别人已经改成同一个值，不算冲突", () => {
    expect(applyPatch({ title: "新" }, { fields: [{ key: "title", from: "旧", to: "新" }], ...noRows }).conflicts).toEqual([]);
  });

  it("没存过、空串、空数组与未勾选是一回事", () => {
    for (const from of [null, "", [], false, {}]) {
      expect(applyPatch({}, { fields: [{ key: "title", from, to: "新" }], ...noRows }).conflicts).toEqual([]);
    }
  });

  it("行可以加、改、删；删掉别人改过的行是冲突", () => {
    const a = goodRow("row-aaaa-1");
    const changed = { ...a, name: "李强" };
    const add = applyPatch({}, { fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: null, to: a }] });
    expect(add.answers.people).toEqual([a]);
    const edit = applyPatch(add.answers, { fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: a, to: changed }] });
    expect(edit.answers.people).toEqual([changed]);
    expect(applyPatch(edit.answers, { fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: changed, to: null }] }).answers.people).toEqual([]);
    const clash = applyPatch(edit.answers, { fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: a, to: null }] });
    expect(clash.answers.people).toEqual([changed]);
    expect(clash.conflicts).toEqual([{ table: "people", row: "row-aaaa-1", mine: null, theirs: changed }]);
  });
});

const keys = ["k1", "k2", "k3", "k4", "k5", "k6"];
const cell = fc.oneof(fc.string({ maxLength: 5 }), fc.boolean(), fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }));
const fieldsArbitrary = fc.dictionary(fc.constantFrom(...keys), cell, { noNullPrototype: true });
const rowIds = ["row-00000001", "row-00000002", "row-00000003", "row-00000004"];
const tableArbitrary = fc
  .dictionary(fc.constantFrom(...rowIds), fc.record({ name: fc.string({ maxLength: 4 }) }), { noNullPrototype: true })
  .map((rows): Row[] => Object.entries(rows).map(([rowId, row]) => ({ rowId, ...row })));
const sectionArbitrary = fc.tuple(fieldsArbitrary, tableArbitrary).map(([fields, people]): SectionAnswers => ({ ...fields, people }));

const places = (patch: SectionPatch): Set<string> =>
  new Set([...patch.fields.map((change) => change.key), ...patch.rows.map((change) => `${change.table}/${change.rowId}`)]);

/** 两份答案之间再没有任何改动，即内容相同。 */
const same = (a: SectionAnswers, b: SectionAnswers): boolean => places(patchBetween(a, b, ["people"])).size === 0;

describe("两人同时保存", () => {
  it("由前后两个值得出的改动，应用到前者就得到后者", () => {
    fc.assert(
      fc.property(sectionArbitrary, sectionArbitrary, (before, after) => {
        const { answers, conflicts } = applyPatch(before, patchBetween(before, after, ["people"]));
        expect(conflicts).toEqual([]);
        expect(same(answers, after)).toBe(true);
      }),
    );
  });

  it("L-4.0-03 碰不到同一处的两次保存，先后不论都不丢内容、没有冲突", () => {
    fc.assert(
      fc.property(sectionArbitrary, sectionArbitrary, sectionArbitrary, (base, mine, theirs) => {
        const p1 = patchBetween(base, mine, ["people"]);
        const taken = places(p1);
        const full = patchBetween(base, theirs, ["people"]);
        const p2: SectionPatch = {
          fields: full.fields.filter((change) => !taken.has(change.key)),
          rows: full.rows.filter((change) => !taken.has(`${change.table}/${change.rowId}`)),
        };
        const one = applyPatch(applyPatch(base, p1).answers, p2);
        const other = applyPatch(applyPatch(base, p2).answers, p1);
        expect([...one.conflicts, ...other.conflicts]).toEqual([]);
        expect(same(one.answers, other.answers)).toBe(true);
        for (const change of [...p1.fields, ...p2.fields]) expect(one.answers[change.key] ?? null).toEqual(change.to);
      }),
    );
  });

  it("同一处改成不同的值，后到的一定是冲突，先到的保留", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 3 }), (key, [base, mine, theirs]) => {
        const stored = applyPatch({ [key]: base ?? "" }, { fields: [{ key, from: base ?? "", to: theirs ?? "" }], rows: [] }).answers;
        const late = applyPatch(stored, { fields: [{ key, from: base ?? "", to: mine ?? "" }], rows: [] });
        expect(late.conflicts).toHaveLength(1);
        expect(late.answers[key]).toBe(theirs);
      }),
    );
  });
});

describe("改动先整理成可信的", () => {
  it("没声明的字段、推导字段、不存在的表都不认", () => {
    expect(() => parsePatch(first, { fields: [{ key: "hack", from: null, to: "x" }], rows: [] })).toThrow(PatchFault);
    expect(() => parsePatch(first, { fields: [{ key: "total", from: null, to: "共 9" }], rows: [] })).toThrow(PatchFault);
    expect(() => parsePatch(first, { fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: null, to: {} }] })).toThrow("没有这张表");
  });

  it("形状不对的值不收；值整理过；null 是清空；行里多余的键与推导字段被去掉", () => {
    expect(() => parsePatch(first, { fields: [{ key: "agreed", from: null, to: "yes" }], rows: [] })).toThrow(PatchFault);
    const parsed = parsePatch(first, { fields: [{ key: "count", from: null, to: " １２ " }, { key: "title", from: "旧", to: null }], rows: [] });
    expect(parsed.fields.map((change) => change.to)).toEqual(["12", ""]);
    const { rows } = parsePatch(second, { fields: [], rows: [{ table: "people", rowId: "row-aaaa-1", from: null, to: { name: " 王磊 ", initials: "王", hack: 1, idNo: null } }] });
    expect(rows[0]?.to).toEqual({ rowId: "row-aaaa-1", name: "王磊", idNo: "" });
  });

  it("错的内容照收，留给判断去说", () => {
    expect(parsePatch(first, { fields: [{ key: "count", from: null, to: "abc" }], rows: [] }).fields[0]?.to).toBe("abc");
  });

  it("行号的样子与行数有上限", () => {
    const row = { table: "people", from: null, to: null };
    expect(SectionPatch.safeParse({ fields: [], rows: [{ ...row, rowId: "../etc" }] }).success).toBe(false);
    expect(SectionPatch.safeParse({ fields: [], rows: Array.from({ length: 3001 }, () => ({ ...row, rowId: "row-aaaa-1" })) }).success).toBe(false);
  });
});
