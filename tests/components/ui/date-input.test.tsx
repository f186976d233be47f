import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useForm } from "react-hook-form";
import { describe, expect, it, vi } from "vitest";
import { DateInput, MonthInput } from "@/components/ui/DateInput";

function Sample({ onSave }: { onSave: (values: { day: string; month: string }) => void }) {
  const { register, handleSubmit } = useForm({ defaultValues: { day: "", month: "" } });
  return (
    <form onSubmit={handleSubmit((values) => onSave(values))}>
      <DateInput aria-label="发证日期" label="发证日期" {...register("day")} />
      <MonthInput aria-label="起始年月" label="起始年月" {...register("month")} />
      <button type="submit">保存</button>
    </form>
  );
}

const day = () => screen.getByRole<HTMLInputElement>("textbox", { name: "发证日期" });
const month = () => screen.getByRole<HTMLInputElement>("textbox", { name: "起始年月" });

describe("日期的输入", () => {
  it.each(["2026/3/1", "2026年3月1日", "２０２６．３．１", "20260301"])("粘贴 %s 离开后写成 2026-03-01", async (pasted) => {
    const onSave = vi.fn();
    render(<Sample onSave={onSave} />);
    await userEvent.click(day());
    await userEvent.paste(pasted);
    await userEvent.tab();
    expect(day().value).toBe("2026-03-01");
    await userEvent.click(screen.getByText("保存"));
    expect(onSave).toHaveBeenCalledWith({ day: "2026-03-01", month: "" });
  });

  it("年月同样整理，认不出的原样留下", async () => {
    render(<Sample onSave={vi.fn()} />);
    await userEvent.type(month(), "2021年3月");
    await userEvent.type(day(), "去年春天");
    await userEvent.tab();
    expect(month().value).toBe("2021-03");
    expect(day().value).toBe("去年春天");
  });

  it("按钮打开浏览器的日历，选中的日期进入表单", async () => {
    const onSave = vi.fn();
    const { container } = render(<Sample onSave={onSave} />);
    const picker = container.querySelector<HTMLInputElement>('input[type="date"]');
    if (!picker) throw new Error("没有日历");
    picker.showPicker = vi.fn();
    await userEvent.type(day(), "2026/3/1");
    await userEvent.click(screen.getByRole("button", { name: "选择日期：发证日期" }));
    expect(picker.showPicker).toHaveBeenCalledOnce();
    expect(picker.value).toBe("2026-03-01");
    fireEvent.change(picker, { target: { value: "2025-12-31" } });
    expect(document.activeElement).toBe(day());
    await userEvent.click(screen.getByText("保存"));
    expect(onSave).toHaveBeenCalledWith({ day: "2025-12-31", month: "" });
  });

  it("只读时没有日历按钮", () => {
    render(<DateInput aria-label="出生日期" readOnly defaultValue="1983-09-12" />);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
