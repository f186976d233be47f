import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { EnterprisePicker } from "@/components/fields/EnterprisePicker";
import type { LicensedEnterprise } from "@/lib/enterprise/account-views";
import { EnterpriseSearch, type SearchEnterprises } from "@/components/fields/enterprise-search";
import { FieldFrame } from "@/components/ui/FieldFrame";

const yi: LicensedEnterprise = { uscc: "91210102XFAKE001XY", name: "沈阳乙电力工程有限公司", licenceNumber: "2-1-00007-2023", scopeText: "承装四级" };
const found = (more = false): SearchEnterprises => vi.fn(async () => ({ ok: true as const, value: { enterprises: [yi], more } }));

function Page({ search, value = "", options = {} }: { search?: SearchEnterprises; value?: string; options?: Record<string, string> }) {
  const [chosen, choose] = useState(value);
  return (
    <EnterpriseSearch value={search}>
      <FieldFrame id="party" label="被吸收方企业">
        {(control) => <EnterprisePicker control={control} name="party" label="被吸收方企业" value={chosen} options={options} people={[]} inputRef={() => undefined} onChange={choose} onBlur={() => undefined} />}
      </FieldFrame>
      <output>{chosen}</output>
    </EnterpriseSearch>
  );
}

async function open(search: SearchEnterprises) {
  const user = userEvent.setup();
  render(<Page search={search} />);
  await user.click(screen.getByRole("button", { name: "选择 被吸收方企业" }));
  const dialog = within(await screen.findByRole("dialog", { name: "选择被吸收方企业" }));
  return { user, dialog };
}

const field = () => screen.getByLabelText<HTMLInputElement>("被吸收方企业");

describe("被吸收方企业的选择", () => {
  it("L-4.8.2-01 L-4.9.1-02 【查询】后选中，【确定】存下代码，显示名称与许可证编号；可以清除", async () => {
    const search = found();
    const { user, dialog } = await open(search);
    await user.type(dialog.getByLabelText("企业名称"), "乙电力{Enter}");
    expect(search).toHaveBeenCalledWith({ name: "乙电力" });
    expect((await dialog.findByRole("status")).textContent).toBe("查到 1 家企业");
    await user.click(dialog.getByRole("radio", { name: /沈阳乙电力工程有限公司.*2-1-00007-2023/ }));
    await user.click(dialog.getByRole("button", { name: "确定" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("status", { name: "" }).textContent).toBe(yi.uscc);
    expect(field().value).toBe("沈阳乙电力工程有限公司（许可证 2-1-00007-2023）");
    await user.click(screen.getByRole("button", { name: "清除 被吸收方企业" }));
    expect(field().value).toBe("");
  });

  it("L-4.8.2-01 没有选中就【确定】说请先查询；【取消】不改；服务端的话说在输入框旁", async () => {
    const refused: SearchEnterprises = vi.fn(async () => ({ ok: false as const, message: "请至少输入企业名称中的两个字" }));
    const { user, dialog } = await open(refused);
    await user.click(dialog.getByRole("button", { name: "确定" }));
    expect(dialog.getByRole("alert").textContent).toBe("请先查询并选中一家企业");
    await user.click(dialog.getByRole("button", { name: "查询" }));
    const input = dialog.getByLabelText("企业名称");
    const described = (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain("请至少输入企业名称中的两个字");
    await user.click(dialog.getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(field().value).toBe("");
  });

  it("L-4.8.2-01 名称由系统给出，不能手写；网络不通也说一句话", async () => {
    render(<Page value={yi.uscc} options={{ [yi.uscc]: "沈阳乙电力工程有限公司（许可证 2-1-00008-2024）" }} />);
    expect(field().readOnly).toBe(true);
    expect(field().value).toContain("2-1-00008-2024");
    expect(screen.queryByRole("button", { name: "选择 被吸收方企业" })).toBeNull();
  });

  it("L-4.8.2-01 请求没有送到，说请检查网络", async () => {
    const { user, dialog } = await open(vi.fn(async () => Promise.reject(new TypeError("Failed to fetch"))));
    await user.type(dialog.getByLabelText("企业名称"), "乙电力");
    await user.click(dialog.getByRole("button", { name: "查询" }));
    expect(await dialog.findByText("没有查到，请检查网络后再试")).toBeDefined();
  });
});
