import { describe, expect, it } from "vitest";
import type { AttachedFile } from "@/lib/forms/answers";
import { findingsOf, findSection, gateBefore, isBlocking, issuesOf } from "@/lib/forms/business";
import { anchorOf } from "@/lib/forms/issue";
import { issuesOfRow, issuesOfSection, statusOfSection } from "@/lib/forms/issues";
import { file, first, goodRow, people, sampleContext, sampleForm, second } from "../../builders/sample-form";

const messages = (issues: { message: string }[]) => issues.map((issue) => issue.message);

describe("不符项", () => {
  it("必填未填与填错分开，选填的空着不说", () => {
    const issues = issuesOfSection(first, sampleContext({ first: { title: "", choice: "maybe", count: "abc" } }));
    expect(issues.map(({ field, nature, message }) => [field, nature, message])).toEqual([
      ["title", "missing", "标题未填写"],
      ["choice", "wrong", "意向：请重新选择，原选项已不可用"],
      ["count", "wrong", "数量：请输入整数"],
    ]);
  });

  it("看不见的字段与附件不判，看得见了才判", () => {
    const hidden = issuesOfSection(first, sampleContext({ first: { title: "甲", choice: "yes" } }));
    expect(hidden).toEqual([]);
    const shown = issuesOfSection(first, sampleContext({ first: { title: "甲", choice: "no" } }));
    expect(messages(shown)).toEqual(["理由未填写", "委托书未上传"]);
  });

  it("超出范围与长度的说清楚界限", () => {
    const issues = issuesOfSection(first, sampleContext({ first: { title: "标".repeat(21), choice: "yes", count: "101" } }));
    expect(messages(issues)).toEqual(["标题：最多 20 个字，现有 21 个", "数量：不得大于 100"]);
  });

  it("子表：少行、行内、附件、重复都指到行，摘要里带行号与姓名", () => {
    const empty = issuesOfSection(second, sampleContext());
    expect(messages(empty)).toEqual(["请至少添加 1 条人员"]);
    const rows = [goodRow("row-aaaa-1"), goodRow("row-bbbb-2", { name: "", since: "2030-01-01" })];
    const issues = issuesOfSection(second, sampleContext({ second: { people: rows } }, [file("CERT", "second", "row-aaaa-1")]));
    expect(issues.map(({ row, field, slot, message }) => [row, field ?? slot, message])).toEqual([
      ["row-bbbb-2", "name", "人员第 2 行：姓名未填写"],
      ["row-bbbb-2", "since", "人员第 2 行：起始日期：不得晚于今天"],
      ["row-bbbb-2", "CERT", "人员第 2 行：证书未上传"],
      ["row-bbbb-2", "idNo", "人员第 2 行：身份证号码重复"],
    ]);
    expect(messages(issuesOfRow(second, people, rows[1] ?? goodRow("x"), sampleContext({ second: { people: rows } })))).toContain("姓名未填写");
  });

  it("附件只认本页签、本材料、本行的", () => {
    const context = (files: AttachedFile[]) => sampleContext({ second: { people: [goodRow("row-aaaa-1")] } }, files);
    for (const wrong of [file("CERT", "first", "row-aaaa-1"), file("EXTRA", "second", "row-aaaa-1"), file("CERT", "second", "row-zzzz-9"), file("CERT")]) {
      expect(messages(issuesOfSection(second, context([wrong])))).toEqual(["人员第 1 行 王磊：证书未上传"]);
    }
    expect(issuesOfSection(second, context([file("CERT", "second", "row-aaaa-1")]))).toEqual([]);
  });

  it("L-4.1.10-02 跨页签规则的结论符合与不符合的都给出，不符合的进入不符项", () => {
    const context = sampleContext({ second: { people: [goodRow("row-aaaa-1")] } });
    expect(findingsOf(sampleForm, context)).toMatchObject([{ rule: "atLeastTwo", need: "2", present: "1", met: false }]);
    expect(issuesOf(sampleForm, context).filter((issue) => issue.rule === "atLeastTwo")).toHaveLength(1);
    expect(issuesOf(sampleForm, context).every(isBlocking)).toBe(true);
  });

  it("L-4.1.10-01 不要求的页签空着不判；填了就照判", () => {
    const exempt = { first: { title: "免", choice: "yes" } };
    expect(issuesOfSection(second, sampleContext(exempt))).toEqual([]);
    expect(issuesOfSection(second, sampleContext({ ...exempt, second: { people: [goodRow("row-aaaa-1", { name: "" })] } }))).not.toEqual([]);
  });
});

describe("目录上的一个词由不符项算出", () => {
  const status = (answers: Record<string, Record<string, never> | object>, files: AttachedFile[] = []) => {
    const context = sampleContext(answers as never, files);
    return [first, second].map((section) => statusOfSection(section, context, issuesOf(sampleForm, context)));
  };

  it("未填写、填写中、有问题、已完成、不要求", () => {
    expect(status({})).toEqual(["untouched", "untouched"]);
    expect(status({ first: { title: "甲" } })[0]).toBe("partial");
    expect(status({ first: { title: "甲", choice: "bad" } })[0]).toBe("problem");
    expect(status({ first: { title: "甲", choice: "yes" } })[0]).toBe("complete");
    expect(status({}, [file("CERT")])[1]).toBe("partial");
    expect(statusOfSection(second, sampleContext({ first: { title: "免" } }), [])).toBe("notRequired");
  });
});

describe("页签之间", () => {
  it("L-4.1.1-12 门没过，后面的页签说得出是哪一页挡住；门自己不被自己挡", () => {
    const context = sampleContext();
    const issues = issuesOf(sampleForm, context);
    expect(gateBefore(sampleForm, "second", issues)).toBe("first");
    expect(gateBefore(sampleForm, "first", issues)).toBeUndefined();
    expect(gateBefore(sampleForm, "second", issues.filter((issue) => issue.section !== "first"))).toBeUndefined();
  });

  it("不可信的键取不到页签", () => {
    expect(findSection(sampleForm, "__proto__")).toBeUndefined();
  });

  it("链接的落点与页面元素同名", () => {
    expect(anchorOf({ table: "people", row: "row-1", field: "name" })).toBe("at-people-row-1-name");
    expect(anchorOf({ slot: "CERT" })).toBe("at-CERT");
  });
});

describe("一千人的名册", () => {
  /** 数一数判断时读了多少次附件。 */
  const readsFor = (count: number): number => {
    let reads = 0;
    const rows = Array.from({ length: count }, (_, i) => goodRow(`row-${String(i).padStart(8, "0")}`));
    const files = rows.map((row) => {
      const counted = file("CERT", "second", row.rowId);
      return Object.defineProperty(counted, "slot", { get: () => ((reads += 1), "CERT") });
    });
    issuesOfSection(second, sampleContext({ second: { people: rows } }, files));
    return reads;
  };

  it("工作量随人数线性增长，不是平方", () => {
    const [small, large] = [readsFor(100), readsFor(1000)];
    expect(large).toBeLessThanOrEqual(small * 10 + 10);
  });
});
