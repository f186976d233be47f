import type { Answers, AttachedFile, BaseContext, Row, SectionAnswers } from "@/lib/forms/answers";
import type { FormDefinition } from "@/lib/forms/business";
import { defineSection, type Rule, type Table } from "@/lib/forms/definition";

/** 只为引擎的测试而设的小表单：一个门、一张有唯一字段的表、一条规则。 */
export const people: Table<BaseContext> = {
  key: "people",
  label: "人员",
  rowLabel: "人员",
  groups: [
    {
      fields: [
        { key: "name", label: "姓名", kind: "text", maxLength: 10 },
        { key: "idNo", label: "身份证号码", kind: "residentId", strict: true, index: "electrician", mask: "identity" },
        { key: "kind", label: "类型", kind: "select", options: { a: "甲类", b: "乙类" }, initial: "a" },
        { key: "skills", label: "技能", kind: "multiSelect", options: { x: "安装", y: "维修" }, required: false },
        { key: "since", label: "起始日期", kind: "date", check: (value, { context }) => (String(value) > context.today ? "不得晚于今天" : undefined) },
        { key: "from", label: "起始年月", kind: "month", required: false },
        { key: "place", label: "地点", kind: "region", required: false },
        { key: "amount", label: "金额", kind: "decimal", required: false, min: 0 },
        { key: "manager", label: "是否管理", kind: "checkbox", required: false },
        { key: "phone", label: "手机", kind: "mobile", required: false, mask: "phone" },
        { key: "note", label: "其他说明", kind: "longText", visible: ({ own }) => own.kind === "b" },
        { key: "initials", label: "姓氏", kind: "text", derive: ({ own }) => String(own.name ?? "").slice(0, 1) },
      ],
    },
  ],
  slots: [{ key: "CERT", label: "证书" }, { key: "EXTRA", label: "补充", required: false }],
  presentation: "sheet",
  columns: ["name", "idNo", "kind"],
  titleField: "name",
  min: 1,
  unique: { field: "idNo", message: "身份证号码重复" },
  addLabel: "+",
  editLabel: "编辑",
  spreadsheet: true,
};

export const first = defineSection<BaseContext>({
  key: "first",
  label: "第一页",
  layout: "form",
  gate: true,
  groups: [
    {
      title: "甲组",
      fields: [
        { key: "title", label: "标题", kind: "text", maxLength: 20 },
        { key: "choice", label: "意向", kind: "radio", options: { yes: "是", no: "否" } },
        { key: "reason", label: "理由", kind: "longText", visible: ({ own }) => own.choice === "no" },
        { key: "count", label: "数量", kind: "integer", required: false, unit: "件", min: 0, max: 100 },
        { key: "agreed", label: "同意", kind: "checkbox", required: false },
        { key: "total", label: "合计", kind: "text", derive: ({ section }) => `共 ${String(section.count ?? 0)}` },
      ],
    },
  ],
  tables: [],
  slots: [{ key: "LETTER", label: "委托书", visible: ({ own }) => own.choice === "no" }],
});

export const second = defineSection<BaseContext>({
  key: "second",
  label: "第二页",
  layout: "roster",
  groups: [],
  tables: [people],
  slots: [],
  notRequired: ({ answers }) => (answers.first?.title === "免" ? "本次不要求" : undefined),
});

export const last = defineSection<BaseContext>({ key: "last", label: "检查", layout: "check", groups: [], tables: [], slots: [] });

/** 至少两人。 */
export const atLeastTwo: Rule<BaseContext> = {
  id: "atLeastTwo",
  judge: ({ answers }) => {
    const present = (answers.second?.people as Row[] | undefined)?.length ?? 0;
    const met = present >= 2;
    return [{ section: "second", table: "people", label: "人数", message: `人数：要求 2，现有 ${present}`, need: "2", present: String(present), met, severity: "blocking", nature: "missing" }];
  },
};

export const sampleForm: FormDefinition<BaseContext> = { sections: [first, second, last], crossRules: [atLeastTwo] };

export const TODAY = "2026-11-22";

export function sampleContext(answers: Answers = {}, files: readonly AttachedFile[] = []): BaseContext {
  return { today: TODAY, answers, files };
}

export const goodRow = (rowId: string, changes: SectionAnswers = {}): Row => ({
  rowId, name: "王磊", idNo: "11010519491231002X", kind: "a", skills: ["x"], since: "2020-05-01", from: "2019-03", place: "辽宁省/沈阳市", amount: "12.5",
  manager: true, phone: "13800138000", note: "", ...changes,
});

export const file = (slot: string, section = "second", row?: string, id = `${section}-${slot}-${row ?? ""}`): AttachedFile => ({
  id, section, slot, ...(row ? { row } : {}), name: `${slot}.pdf`, size: 10, mediaType: "application/pdf",
});
