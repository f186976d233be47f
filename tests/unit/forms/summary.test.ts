import { describe, expect, it } from "vitest";
import type { Answers, AttachedFile } from "@/lib/forms/answers";
import { diffOf } from "@/lib/forms/diff";
import { maskedText } from "@/lib/forms/display";
import { fieldsOf } from "@/lib/forms/definition";
import { electriciansIn } from "@/lib/forms/projection";
import { summaryOf } from "@/lib/forms/summary";
import { file, goodRow, people, sampleContext, sampleForm, second } from "../../builders/sample-form";

const summary = (answers: Answers, files: AttachedFile[] = []) => summaryOf(sampleForm, sampleContext(answers, files));
const answers: Answers = { first: { title: "甲", choice: "yes", count: "3" }, second: { people: [goodRow("row-aaaa-1")] } };

describe("冻结的可读摘要", () => {
  it("全是文字：选项译成中文，日期与数量写全，推导的也在，看不见的不在，检查页不在", () => {
    const [first, roster, ...rest] = summary(answers, [file("CERT", "second", "row-aaaa-1")]);
    expect(rest).toEqual([]);
    expect(first?.groups).toEqual([
      {
        title: "甲组",
        lines: [
          { field: "title", label: "标题", text: "甲" }, { field: "choice", label: "意向", text: "是" }, { field: "count", label: "数量", text: "3 件" },
          { field: "agreed", label: "同意", text: "否" }, { field: "total", label: "合计", text: "共 3" },
        ],
      },
    ]);
    const row = roster?.tables[0]?.rows[0];
    expect(row?.title).toBe("第 1 行 王磊");
    expect(row?.lines.map((line) => line.text)).toEqual(["王磊", "11010519491231002X", "甲类", "安装", "2020年5月1日", "2019年3月", "辽宁省 沈阳市", "12.5", "是", "13800138000", "王"]);
    expect(row?.slots.map((slot) => [slot.label, slot.files.map((entry) => entry.name)])).toEqual([["证书", ["CERT.pdf"]], ["补充", []]]);
  });

  it("列表里遮盖身份证号码与手机号", () => {
    const context = sampleContext(answers);
    const scope = { own: goodRow("row-aaaa-1"), section: {}, context };
    const masked = fieldsOf(people.groups).filter((field) => field.mask).map((field) => maskedText(field, scope));
    expect(masked).toEqual(["110105********002X", "138****8000"]);
  });
});

describe("两轮之间的变化", () => {
  it("没有变化时为空；勾选框没存过与没勾是一回事", () => {
    expect(diffOf(summary(answers), summary(answers))).toEqual([]);
    expect(diffOf(summary(answers), summary({ ...answers, first: { ...answers.first, agreed: false } }))).toEqual([]);
  });

  it("字段、行的增减改、行内附件都说得出在哪里、从什么变成什么", () => {
    const before = summary({ ...answers, second: { people: [goodRow("row-aaaa-1"), goodRow("row-bbbb-2", { name: "李强" })] } }, [file("CERT", "second", "row-aaaa-1", "f1")]);
    const after = summary(
      { first: { ...answers.first, choice: "no", reason: "因故" }, second: { people: [goodRow("row-aaaa-1", { amount: "13" }), goodRow("row-cccc-3", { name: "赵敏" })] } },
      [file("CERT", "second", "row-aaaa-1", "f2"), file("LETTER", "first")],
    );
    expect(diffOf(before, after).map(({ kind, label, before: was, after: is }) => [kind, label, was, is])).toEqual([
      ["changed", "第一页 › 意向", "是", "否"],
      ["changed", "第一页 › 理由", "", "因故"],
      ["changed", "第一页 › 委托书", "", "LETTER.pdf"],
      ["changed", "第二页 › 人员 › 第 1 行 王磊 › 金额", "12.5", "13"],
      ["changed", "第二页 › 人员 › 第 1 行 王磊 › 证书", "CERT.pdf", "CERT.pdf"],
      ["removed", "第二页 › 人员 › 第 2 行 李强", "第 2 行 李强", ""],
      ["added", "第二页 › 人员 › 第 2 行 赵敏", "", "第 2 行 赵敏"],
    ]);
  });

  it("行换了位置不算变化", () => {
    const rows = [goodRow("row-aaaa-1"), goodRow("row-bbbb-2", { name: "李强" })];
    expect(diffOf(summary({ second: { people: rows } }), summary({ second: { people: rows.toReversed() } }))).toEqual([]);
  });
});

describe("投影到真实表的登记", () => {
  it("L-4.1.6-04 声明了 electrician 的字段逐行给出号码，空的不给", () => {
    const rows = [goodRow("row-aaaa-1"), goodRow("row-bbbb-2", { idNo: "" })];
    expect(electriciansIn(second, { people: rows })).toEqual([{ table: "people", rowId: "row-aaaa-1", field: "idNo", value: "11010519491231002X" }]);
  });
});
