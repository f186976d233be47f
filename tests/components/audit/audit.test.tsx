import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { AuditDetailsView } from "@/components/audit/AuditDetailsView";
import { AuditFilter } from "@/components/audit/AuditFilter";
import { AuditTable } from "@/components/audit/AuditTable";
import { ChainPanel } from "@/components/audit/ChainPanel";
import type { AuditDetails, AuditRow, Verification } from "@/lib/audit/views";

const hash = "9f86d081884c7d65".repeat(4);
const row: AuditRow = {
  id: "0192f0c1-0000-7000-8000-000000000001", at: "2026-11-22T02:03:04.567Z", who: "吴管理", side: "内网", action: "登记信用", subject: "信用登记", about: "91210102XFAKE501XR",
  address: "10.0.0.7", summary: "信用等级：信用良好 → 失信",
};
const done = (value: Partial<Verification>) => Promise.resolve({ ok: true as const, value: { checked: 0, head: { seq: 3, hash }, waiting: 0, ...value } });
const chain = { head: { seq: 3, hash }, sealedAt: "2026-11-22T02:04:00Z", waiting: 2 };

describe("审计的列表与查找", () => {
  it("时间、人与哪一侧、动作、对象、来源、改了什么都在；查看带着现在的条件", () => {
    render(<AuditTable rows={[row]} search="person=%E5%90%B4" />);
    const line = screen.getAllByRole("row")[1];
    for (const word of ["2026年11月22日 10:03", "吴管理", "内网", "登记信用", "91210102XFAKE501XR", "10.0.0.7", "信用良好 → 失信"]) expect(line?.textContent).toContain(word);
    expect(screen.getByRole("link", { name: /查看 .*吴管理 登记信用/ }).getAttribute("href")).toBe(`/admin/audit/${row.id}?person=%E5%90%B4`);
  });

  it("没有的说没有", () => {
    render(<AuditTable rows={[]} search="" />);
    expect(screen.getByText("没有合条件的审计。")).toBeTruthy();
  });

  it("条件是地址里的普通表单，填着现在的值；动作按种类分组，每个都有中文", () => {
    render(<AuditFilter query={{ since: "2026-11-01", person: "吴", action: "credit.save", id: "X" }} />);
    const form = screen.getByRole("search", { name: "查找审计" }) as HTMLFormElement;
    expect([form.method, form.getAttribute("action")]).toEqual(["get", "/admin/audit"]);
    expect(Object.fromEntries(new FormData(form))).toMatchObject({ since: "2026-11-01", until: "", person: "吴", action: "credit.save", subject: "", id: "X", address: "" });
    const options = [...form.querySelectorAll<HTMLOptionElement>("select[name=action] option")].map((option) => option.textContent ?? "");
    expect(options.length).toBeGreaterThan(60);
    expect(options.filter((word) => !/[\u4e00-\u9fff]/.test(word))).toEqual([]);
    expect(screen.getByRole("link", { name: "清除" }).getAttribute("href")).toBe("/admin/audit");
  });
});

describe("认不出的条件", () => {
  it("写着的留在格里，旁边说明，可以清除", () => {
    render(<AuditFilter query={{}} misread={{ since: { typed: "2026-02-30", message: "请输入真实的日期，如 2026-03-01" }, action: { typed: "nothing", message: "没有这一项，请重新选择" } }} />);
    const since = screen.getByLabelText<HTMLInputElement>("从");
    expect([since.value, since.getAttribute("aria-invalid")]).toEqual(["2026-02-30", "true"]);
    expect(document.getElementById(since.getAttribute("aria-describedby") ?? "")?.textContent).toBe("请输入真实的日期，如 2026-03-01");
    expect(screen.getByLabelText<HTMLSelectElement>("动作").value).toBe("");
    expect(screen.getByText("没有这一项，请重新选择")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("到").getAttribute("aria-invalid")).toBeNull();
    expect(screen.getByRole("link", { name: "清除" })).toBeTruthy();
  });
});

describe("一条审计", () => {
  const details: AuditDetails = {
    ...row, facts: [{ label: "信用等级", before: "信用良好", after: "失信" }, { label: "理由", value: "复核" }],
    seal: { seq: 3, sealedAt: "2026-11-22T02:04:00Z", entryHash: "e".repeat(64), chainHash: hash },
  };

  it("改前改后成表，其余逐项；在链上第几环、散列、封存时间；时间写到秒", () => {
    render(<AuditDetailsView details={details} />);
    const cells = within(screen.getByRole("table", { name: "改动的各项" })).getAllByRole("row")[1];
    expect(cells?.textContent).toBe("信用等级信用良好失信");
    for (const word of ["2026年11月22日 10:03:04", "复核", "10.0.0.7", hash, "e".repeat(64)]) expect(document.body.textContent).toContain(word);
  });

  it("还没有封存的说等待封存；没有改动的不画空表", () => {
    const { seal: _seal, ...open } = details;
    render(<AuditDetailsView details={{ ...open, facts: [] }} />);
    expect(screen.getByText("等待封存")).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
  });
});

describe("校验", () => {
  const press = () => fireEvent.click(screen.getByRole("button", { name: "校验" }));

  it("链首写全，可以抄走；长链一步接一步，最后说校验了几条", async () => {
    const verify = vi.fn().mockReturnValueOnce(done({ checked: 50_000, next: 50_000 })).mockReturnValueOnce(done({ checked: 3, waiting: 2 }));
    render(<ChainPanel chain={chain} verify={verify} />);
    expect(document.body.textContent).toContain(`3-${hash}`);
    fireEvent.change(screen.getByLabelText(/抄下的链首/), { target: { value: `3-${hash.slice(0, 16)}` } });
    press();
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("50003 条逐条校验无误"));
    expect(verify.mock.calls).toEqual([[{ anchor: `3-${hash.slice(0, 16)}` }], [{ after: 50_000 }]]);
    expect(screen.getByRole("status").textContent).toContain("另有 2 条等待封存");
  });

  it("不对的说是第几环、哪一条、怎么不对", async () => {
    render(<ChainPanel chain={chain} verify={() => done({ checked: 1, fault: { kind: "changed", seq: 2, entryId: row.id } })} />);
    press();
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("第 2 环：内容与封存时不一致"));
    expect(screen.getByRole("status").textContent).toContain(row.id);
  });

  it("抄错的链首在字段旁说明；网络断了说没有送到", async () => {
    const verify = vi.fn().mockResolvedValueOnce({ ok: false, code: "invalid", message: "请照抄链首", fields: { anchor: "请照抄链首，如 128-9f86" } }).mockRejectedValueOnce(new Error("offline"));
    render(<ChainPanel chain={chain} verify={verify} />);
    press();
    await waitFor(() => expect(screen.getByText("请照抄链首，如 128-9f86")).toBeTruthy());
    expect(screen.getByLabelText(/抄下的链首/).getAttribute("aria-invalid")).toBe("true");
    press();
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("请检查网络"));
  });

  it("还没有链时说还没有", () => {
    render(<ChainPanel chain={{ waiting: 0 }} verify={() => done({})} />);
    expect(screen.getByText("还没有")).toBeTruthy();
  });
});
