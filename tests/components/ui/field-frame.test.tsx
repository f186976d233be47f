import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CheckboxSet, RadioSet } from "@/components/ui/Choices";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";

const options = [
  { value: "a", label: "安装" },
  { value: "b", label: "维修" },
];

const described = (element: HTMLElement) =>
  (element.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent?.trim());

describe("一个字段的框", () => {
  it("标签、帮助、错误和说明都与控件相连", () => {
    render(
      <FieldFrame id="mobile" label="手机号码" required help="用于接收通知" error="请填写手机号码" note="已核对" noteTone="good">
        {(control) => <TextInput {...control} />}
      </FieldFrame>,
    );
    const input = screen.getByLabelText(/手机号码/);
    expect(described(input)).toEqual(["用于接收通知", "请填写手机号码", "已核对"]);
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.getAttribute("aria-required")).toBe("true");
  });

  it("没有错误时不说有错，选填的说选填", () => {
    render(
      <FieldFrame id="school" label="毕业院校" optional source="取自档案">
        {(control) => <TextInput {...control} />}
      </FieldFrame>,
    );
    const input = screen.getByLabelText(/毕业院校/);
    expect(input.hasAttribute("aria-invalid")).toBe(false);
    expect(input.hasAttribute("aria-describedby")).toBe(false);
    expect(screen.getByText("（选填）")).toBeTruthy();
    expect(screen.getByText("取自档案")).toBeTruthy();
  });

  it("一组单选共有一个名称、一个错误", () => {
    render(
      <FieldFrame id="manager" label="是否管理工作" group="radio" required error="请选择是否管理工作">
        <RadioSet name="manager" options={options} defaultValue="b" />
      </FieldFrame>,
    );
    const group = screen.getByRole("radiogroup", { name: /是否管理工作/ });
    expect(group.getAttribute("aria-required")).toBe("true");
    expect(described(group)).toEqual(["请选择是否管理工作"]);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "维修" }).checked).toBe(true);
  });

  it("一组多选记住已选的", () => {
    render(
      <FieldFrame id="kinds" label="从事活动" group="checkbox">
        <CheckboxSet name="kinds" options={options} defaultValue={["a"]} />
      </FieldFrame>,
    );
    expect(screen.getByRole("group", { name: "从事活动" })).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").map((box) => box.checked)).toEqual([true, false]);
  });

  it("下拉先有一个空选项，可以不要", () => {
    const { rerender } = render(<Select aria-label="类别" options={[...options, { label: "其他", options: [{ value: "c", label: "试验" }] }]} />);
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["请选择", "安装", "维修", "试验"]);
    rerender(<Select aria-label="类别" options={options} empty={null} />);
    expect(screen.queryByText("请选择")).toBeNull();
  });
});
