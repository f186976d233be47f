import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect } from "react";
import { type FieldValues, useForm, useWatch } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { areaNamesOf } from "@/components/fields/area-names";
import { FieldGroups } from "@/components/fields/FieldGroups";
import { faces } from "@/components/fields/faces";
import { levelsByCategory } from "@/components/fields/LevelMatrix";
import type { BaseContext, SectionAnswers } from "@/lib/forms/answers";
import type { Field } from "@/lib/forms/definition";
import { kinds } from "@/lib/forms/kinds";

const context: BaseContext = { today: "2026-11-22", answers: {}, files: [] };
const latest: SectionAnswers = {};

function Harness({ fields, values }: { fields: readonly Field<BaseContext>[]; values: SectionAnswers }) {
  const form = useForm<FieldValues>({ defaultValues: values });
  const now = useWatch({ control: form.control }) as SectionAnswers;
  useEffect(() => void Object.assign(latest, now), [now]);
  return <FieldGroups groups={[{ fields }]} scope={{ own: now, section: now, context }} control={form.control} errorAt={(key) => (key === "bad" ? "请核对" : undefined)} />;
}

const show = (fields: readonly Field<BaseContext>[], values: SectionAnswers) => render(<Harness fields={fields} values={values} />);

describe("字段的输入", () => {
  it("每个字段种类都有 React 的一面", () => {
    expect(Object.keys(faces).sort()).toEqual(Object.keys(kinds).sort());
  });

  it("必填带星，选填写明；说明、错误与控件相连", () => {
    show([{ key: "bad", label: "姓名", kind: "text", help: "与证件一致" }, { key: "b", label: "备注", kind: "text", required: false }], { bad: "", b: "" });
    const name = screen.getByRole("textbox", { name: "姓名" });
    expect(name.getAttribute("aria-required")).toBe("true");
    expect(name.getAttribute("aria-invalid")).toBe("true");
    const described = (name.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(["与证件一致", "请核对"]);
    expect(screen.getByText("（选填）")).toBeDefined();
  });

  it("多选按声明的次序存；单选、勾选", async () => {
    const user = userEvent.setup();
    const options = { a: "承装", b: "承修", c: "承试" };
    show([
      { key: "many", label: "负责类别", kind: "multiSelect", options }, { key: "one", label: "提交类型", kind: "radio", options: { x: "自己", y: "委托" } },
      { key: "yes", label: "是否管理工作", kind: "checkbox", required: false },
    ], { many: [], one: "", yes: false });
    await user.click(screen.getByLabelText("承试"));
    await user.click(screen.getByLabelText("承装"));
    await user.click(screen.getByLabelText("委托"));
    await user.click(screen.getByRole("checkbox", { name: /是否管理工作/ }));
    expect(latest).toMatchObject({ many: ["a", "c"], one: "y", yes: true });
  });

  it("日期可以粘贴 2026年3月1日；号码离开时去掉空格，字母大写", async () => {
    const user = userEvent.setup();
    show([{ key: "day", label: "发证日期", kind: "date" }, { key: "id", label: "身份证号码", kind: "residentId" }], { day: "", id: "" });
    await user.click(screen.getByRole("textbox", { name: "发证日期" }));
    await user.paste("2026年3月1日");
    await user.click(screen.getByRole("textbox", { name: "身份证号码" }));
    await user.paste("2101 0219 8001 0103 1x");
    await user.tab();
    await waitFor(() => expect(latest).toMatchObject({ day: "2026-03-01", id: "21010219800101031X" }));
  });

  it("按别的字段的值出现与消失，填过的仍留着", async () => {
    const user = userEvent.setup();
    show([
      { key: "kind", label: "提交类型", kind: "radio", options: { x: "自己", y: "委托" } },
      { key: "agent", label: "受托人", kind: "text", visible: ({ own }) => own.kind === "y" },
    ], { kind: "x", agent: "王丽" });
    expect(screen.queryByRole("textbox", { name: "受托人" })).toBeNull();
    await user.click(screen.getByLabelText("委托"));
    expect(screen.getByRole("textbox", { name: "受托人" })).toHaveProperty("value", "王丽");
  });

  it("已存而现在不可选的值仍看得见", () => {
    show([{ key: "level", label: "职称级别", kind: "select", options: { a: "中级" } }], { level: "old" });
    expect(screen.getByRole("combobox", { name: "职称级别" })).toHaveProperty("value", "old");
  });

  it("地区三级相连，值是「省/市/区」，换省清掉市区", async () => {
    const user = userEvent.setup();
    show([{ key: "region", label: "工程地点", kind: "region" }], { region: "" });
    const pick = (name: string) => screen.getByRole("combobox", { name });
    await within(pick("省")).findByRole("option", { name: "辽宁省" });
    await user.selectOptions(pick("省"), "辽宁省");
    await user.selectOptions(pick("市"), "沈阳市");
    await user.selectOptions(pick("区（县）"), "和平区");
    expect(latest.region).toBe("辽宁省/沈阳市/和平区");
    await user.selectOptions(pick("省"), "北京市");
    expect(latest.region).toBe("北京市");
  });

  it("级别按类别归成几行，级别去掉类别名", () => {
    expect(levelsByCategory({ "installation:4": "承装四级", "installation:5": "承装五级", "testing:5": "承试五级" })).toEqual([
      { category: "installation", word: "承装", levels: [{ value: "4", label: "四级" }, { value: "5", label: "五级" }] },
      { category: "testing", word: "承试", levels: [{ value: "5", label: "五级" }] },
    ]);
  });

  it("区划：同名的市不串省", () => {
    const names = areaNamesOf({
      province_list: { "110000": "北京市", "210000": "辽宁省" }, city_list: { "110100": "北京市", "210100": "沈阳市" },
      county_list: { "110101": "东城区", "210102": "和平区" },
    });
    expect(names.citiesOf("辽宁省")).toEqual(["沈阳市"]);
    expect(names.districtsOf("北京市", "北京市")).toEqual(["东城区"]);
  });
});
