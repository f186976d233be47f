import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { type Organisation, OrganisationPicker, type SearchInstitutions } from "@/components/account/OrganisationPicker";
import { done, refusing } from "./replies";

const institutions = [
  { id: "a", name: "国网辽宁省电力有限公司", uscc: "1" },
  { id: "b", name: "辽宁东方电力集团", uscc: "2" },
];
const found = () => done({ institutions, more: false });

function Page({ search, submitted }: { search: SearchInstitutions; submitted?: () => void }) {
  const [value, setValue] = useState<Organisation | null>({ id: "old", name: "原上级企业" });
  return (
    <form onSubmit={submitted}>
      <OrganisationPicker id="parent" label="上级企业" value={value} onChange={setValue} search={search} />
    </form>
  );
}

const open = async (search: SearchInstitutions = found()) => {
  const user = userEvent.setup();
  const submitted = vi.fn((event?: { preventDefault: () => void }) => event?.preventDefault());
  render(<Page search={search} submitted={submitted} />);
  await user.click(screen.getByRole("button", { name: "选择 上级企业" }));
  const dialog = within(screen.getByRole("dialog"));
  const query = async (name: string) => {
    await user.type(dialog.getByLabelText("机构名称"), name);
    await user.click(dialog.getByRole("button", { name: "查询" }));
  };
  return { user, dialog, query, submitted };
};
const shown = () => (screen.getByLabelText(/上级企业/) as HTMLInputElement).value;

describe("上级企业弹窗", () => {
  it("L-3.1-06 L-3.1-07 L-3.1-09 L-3.3-03 L-3.3-09 L-3.3-11 【选择】打开弹窗，【查询】后选中，【确定】带回并关闭", async () => {
    const search = found();
    const { user, dialog, query } = await open(search);
    await query(" 辽宁 ");
    expect(search).toHaveBeenCalledWith({ name: "辽宁" });
    await user.click(await dialog.findByRole("radio", { name: /东方电力/ }));
    await user.click(dialog.getByRole("button", { name: "确定" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(shown()).toBe("辽宁东方电力集团");
  });

  it("L-3.1-08 L-3.3-10 【取消】放弃选择，原来的不变", async () => {
    const { user, dialog, query } = await open();
    await query("辽宁");
    await user.click(await dialog.findByRole("radio", { name: /东方电力/ }));
    await user.click(dialog.getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(shown()).toBe("原上级企业");
  });

  it("L-3.1-07 没有选中就【确定】：说明要先选，弹窗不关", async () => {
    const { user, dialog } = await open();
    await user.click(dialog.getByRole("button", { name: "确定" }));
    expect(dialog.getByRole("alert").textContent).toContain("请先查询并选中一个机构");
  });

  it("L-3.1-09 没有查到、查询被拒绝都说清楚", async () => {
    const { dialog, query } = await open(done({ institutions: [], more: false }));
    await query("某某");
    expect(await dialog.findByText(/没有名称含“某某”的机构/)).toBeTruthy();
  });

  it("L-3.1-09 查询太短时提示在输入框旁", async () => {
    const { dialog, query } = await open(refusing({ name: "x" }, "请至少输入机构名称中的两个字"));
    await query("电");
    expect(await dialog.findByText("请至少输入机构名称中的两个字")).toBeTruthy();
    expect(dialog.getByLabelText("机构名称").getAttribute("aria-invalid")).toBe("true");
  });

  it("L-3.1-09 回车即查询，不会提交外面的表单", async () => {
    const search = found();
    const { user, dialog, submitted } = await open(search);
    await user.type(dialog.getByLabelText("机构名称"), "辽宁{Enter}");
    expect(search).toHaveBeenCalledOnce();
    expect(submitted).not.toHaveBeenCalled();
  });
});
