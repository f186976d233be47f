import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutsOf, pageAround, rowsIn } from "@/components/application/roster/roster-cuts";
import { changesIn, contentAfterSave, isEmptyPatch, onlyRow, overlay, withRow } from "@/components/application/section-draft";
import { newId } from "@/components/ui/new-id";
import type { Row, SectionAnswers } from "@/lib/forms/answers";
import { RowId } from "@/lib/forms/section-patch";

const TABLES = ["people"];
const row = (n: number, name: string): Row => ({ rowId: `row-${String(n).padStart(8, "0")}`, name });
const people = fc.uniqueArray(fc.record({ n: fc.nat(6), name: fc.string({ maxLength: 3 }) }), { selector: (one) => one.n }).map((all) => all.map(({ n, name }) => row(n, name)));
const answers: fc.Arbitrary<SectionAnswers> = fc.record({ a: fc.string({ maxLength: 3 }), b: fc.string({ maxLength: 3 }), people });

describe("保存之后的页面内容", () => {
  it("全部写入之后，页面就是库里的，没有剩下的改动", () => {
    fc.assert(
      fc.property(answers, answers, (before, local) => {
        const sent = changesIn(before, local, TABLES);
        const stored = overlay(before, sent);
        const after = contentAfterSave(before, local, sent, { answers: stored, conflicts: [], refused: [] }, TABLES);
        expect(isEmptyPatch(changesIn(stored, after, TABLES))).toBe(true);
      }),
    );
  });

  it("一处也没写入时（全部冲突），自己填的一个不丢", () => {
    fc.assert(
      fc.property(answers, answers, answers, (before, local, theirs) => {
        const sent = changesIn(before, local, TABLES);
        const conflicts = [
          ...sent.fields.map(({ key, to }) => ({ field: key, mine: to, theirs: null })),
          ...sent.rows.map(({ table, rowId, to }) => ({ table, row: rowId, mine: to, theirs: null })),
        ];
        const after = contentAfterSave(before, local, sent, { answers: theirs, conflicts, refused: [] }, TABLES);
        expect(isEmptyPatch(changesIn(overlay(theirs, sent), after, TABLES))).toBe(true);
      }),
    );
  });

  it("L-4.0-03 送出之后又改的（改回原样、撤销删除、删去刚添的）全留在页面上，库里另外的变化照收", () => {
    fc.assert(
      fc.property(answers, answers, answers, (before, pressed, later) => {
        const sent = changesIn(before, pressed, TABLES);
        const stored = overlay(before, sent);
        const after = contentAfterSave(before, later, sent, { answers: stored, conflicts: [], refused: [] }, TABLES);
        expect(isEmptyPatch(changesIn(later, after, TABLES))).toBe(true);
      }),
    );
  });

  it("只保存一行时，别的改动仍是未保存的", () => {
    const before = { a: "1", people: [row(1, "王")] };
    const local = { a: "2", people: [row(1, "李"), row(2, "赵")] };
    const sent = onlyRow(changesIn(before, local, TABLES), "people", row(2, "赵").rowId);
    const stored = overlay(before, sent);
    const after = contentAfterSave(before, local, sent, { answers: stored, conflicts: [], refused: [] }, TABLES);
    expect(changesIn(stored, after, TABLES)).toEqual({
      fields: [{ key: "a", from: "1", to: "2" }], rows: [{ table: "people", rowId: row(1, "").rowId, from: row(1, "王"), to: row(1, "李") }],
    });
  });

  it("改一行，其余各行仍是同一个对象（名册只重画动过的）", () => {
    const rows = [row(1, "王"), row(2, "李")];
    expect(withRow(rows, row(2, "").rowId, { name: "赵" })[0]).toBe(rows[0]);
  });
});

describe("名册的筛选与翻页", () => {
  it("查找不论大小写、全角、空格", () => {
    const rows: Row[] = [{ rowId: "a", name: "孙立军", idNo: "21010219800101031X" }, { rowId: "b", name: "周海涛", idNo: "210102198001010328" }];
    const cuts = cutsOf({}, rows, new Set(["b"]));
    expect(rowsIn(cuts, "all", rows, "０３１ｘ", ["name", "idNo"]).map((one) => one.rowId)).toEqual(["a"]);
    expect(rowsIn(cuts, "troubled", rows, "", ["name"]).map((one) => one.rowId)).toEqual(["b"]);
  });

  it("每行恰在一页上；页码过大时落到最后一页", () => {
    fc.assert(
      fc.property(fc.nat(90), fc.integer({ min: 1, max: 9 }), (count, size) => {
        const rows = Array.from({ length: count }, (_, n) => row(n, ""));
        const { pages } = pageAround(rows, 1, size);
        const all = Array.from({ length: pages }, (_, page) => pageAround(rows, page + 1, size).rows).flat();
        expect(all).toEqual(rows);
        expect(pageAround(rows, 999, size).page).toBe(pages);
      }),
    );
  });
});

describe("行的标识", () => {
  it("是引擎认得的形状，也是合格的 UUID", () => {
    const id = newId();
    expect(RowId.safeParse(id).success).toBe(true);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
