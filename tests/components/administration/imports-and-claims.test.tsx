import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ClaimDecision } from "@/components/claims/ClaimDecision";
import { ClaimMatches } from "@/components/claims/ClaimMatches";
import { ImportDecision } from "@/components/imports/ImportDecision";
import { ImportReport } from "@/components/imports/ImportReport";
import { ImportRuns } from "@/components/imports/ImportRuns";
import { ImportUpload } from "@/components/imports/ImportUpload";
import type { ImportRunView } from "@/lib/licensing/imports/import-views";

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn(), replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
beforeEach(() => Object.values(router).forEach((one) => one.mockClear()));

const done = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const refused = (message: string) => Promise.resolve({ ok: false as const, code: "conflict", message, fields: {} });

const run: ImportRunView = {
  id: "r1", fileName: "旧登记簿.xlsx", state: "blocked", counts: { added: 1, updated: 0, unchanged: 2, faulty: 1 }, createdAt: "2026-11-22T01:00:00Z", createdBy: "孙管理", appliedAt: "", appliedBy: "",
  sha256: "0", outcome: "faulty", page: 1, pages: 1, first: 1, changedColumns: [],
  rows: [{ sheet: "licences", line: 7, title: "2-1-00001-2022", outcome: "faulty", faults: [{ column: "有效期至", reason: "不晚于有效期自", value: "2021-01-01" }, { column: "联系人手机", reason: "请输入正确的手机号码", value: "" }] }],
};

describe("导入", () => {
  it("L-6-09 issue 5 没有选文件不检查；检查后去看报告；退回的原因说在页面上", async () => {
    const check = vi.fn((_command: { file: File }) => done({ id: "r1" }));
    render(<ImportUpload check={check} />);
    fireEvent.click(screen.getByRole("button", { name: "检查" }));
    expect(screen.getByRole("alert").textContent).toContain("请先选取 .xlsx 文件");
    fireEvent.change(screen.getByLabelText(/选取文件：/), { target: { files: [new File(["x"], "旧登记簿.xlsx")] } });
    expect(screen.getByText("旧登记簿.xlsx")).toBeTruthy();
    check.mockImplementationOnce(() => refused("表格打不开，请重新保存后再导入") as never);
    fireEvent.click(screen.getByRole("button", { name: "检查" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("表格打不开"));
    fireEvent.click(screen.getByRole("button", { name: "检查" }));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/admin/imports/r1"));
    expect(screen.getByRole("link", { name: "下载模板" }).getAttribute("href")).toBe("/api/imports/template");
  });

  it("L-6-09 issue 5 报告逐行说出哪一格、为什么、原来写的；各种结果都有件数，错误清单可下载", () => {
    render(<ImportReport run={run} />);
    const row = screen.getAllByRole("row")[1];
    for (const words of ["许可证第 7 行", "2-1-00001-2022", "有错", "有效期至：不晚于有效期自（原内容：2021-01-01）", "联系人手机：请输入正确的手机号码"]) expect(row?.textContent).toContain(words);
    expect(row?.textContent).not.toContain("（原内容：）");
    expect(screen.getByRole("link", { name: "有错 1" }).getAttribute("aria-current")).toBe("page");
    expect(screen.getByRole("link", { name: "无变化 2" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "下载错误清单" }).getAttribute("href")).toBe("/api/imports/r1/faults");
  });

  it("L-6-09 issue 5 更新的逐项写出原来与改成的，先说各列有几行要改；列表里有错的一次说须重新上传", () => {
    const change = { column: "法定代表人", before: "王磊", after: "赵敏" };
    render(<ImportReport run={{ ...run, state: "checked", outcome: "updated", counts: { added: 0, updated: 1, unchanged: 0, faulty: 0 }, changedColumns: [{ column: "法定代表人", rows: 1 }],
      rows: [{ sheet: "enterprises", line: 2, title: "甲公司", outcome: "updated", faults: [], changes: [change, { column: "固定电话", before: "", after: "024-23456789" }] }] }} />);
    expect(screen.getByText("改动的列：法定代表人 1 行")).toBeTruthy();
    const row = screen.getAllByRole("row")[1];
    expect(row?.textContent).toContain("法定代表人：王磊 → 赵敏");
    expect(row?.textContent).toContain("固定电话：无 → 024-23456789");
    expect(screen.queryByText("哪里不对")).toBeNull();
    cleanup();
    render(<ImportRuns rows={[run]} />);
    expect(screen.getByText("有错，须重新上传")).toBeTruthy();
    expect(screen.queryByText("待确认")).toBeNull();
  });

  it("L-6-09 issue 5 有错的不能确认，说出为什么；没有错的再问一次才写，变动了说出是哪几行", async () => {
    const [apply, discard] = [vi.fn((_command: { id: string }) => done({ added: 1, updated: 0 })), vi.fn((_command: { id: string }) => done(undefined))];
    const { unmount } = render(<ImportDecision id="r1" counts={run.counts} apply={apply} discard={discard} />);
    fireEvent.click(screen.getByRole("button", { name: /确认导入/ }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getAllByText(/请先改好有错的 1 行/).length).toBeGreaterThan(0);
    unmount();
    render(<ImportDecision id="r1" counts={{ added: 3, updated: 2, unchanged: 0, faulty: 0 }} apply={apply} discard={discard} />);
    apply.mockImplementationOnce(() => refused("检查之后系统里有变动，没有导入：企业第 3 行现为“有错”") as never);
    fireEvent.click(screen.getByRole("button", { name: "确认导入" }));
    const dialog = screen.getByRole("dialog");
    expect(dialog.textContent).toContain("新增 3 行、更新 2 行");
    fireEvent.click(within(dialog).getByRole("button", { name: "确认导入" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("企业第 3 行现为“有错”"));
    expect(apply).toHaveBeenCalledWith({ id: "r1" });
    expect(router.refresh).toHaveBeenCalled();
  });
});

describe("认领", () => {
  it("issue 5 登记着的与申请人填的逐项对照", () => {
    render(<ClaimMatches matches={[
      { key: "unitName", label: "单位名称", onRecord: "甲公司", claimed: "甲公司", verdict: "same" },
      { key: "legalRep", label: "法定代表人", onRecord: "王磊", claimed: "赵敏", verdict: "different" },
      { key: "legalRepId", label: "法定代表人证件号码", onRecord: "", claimed: "110105********002X", verdict: "unknown" },
    ]} />);
    const rows = screen.getAllByRole("row").slice(1).map((row) => row.textContent);
    expect(rows[0]).toContain("一致");
    expect(rows[1]).toContain("不一致");
    expect(rows[2]).toContain("无从对照");
  });

  it("issue 5 同意之前再说一遍不一致的各项与别的申请；不同意须写明理由，写的不丢", async () => {
    const approve = vi.fn((_command: { id: string }) => done({ login: "newowner" }));
    const reject = vi.fn((_command: { id: string; reason: string }) => Promise.resolve({ ok: false as const, code: "invalid", message: "请写明理由", fields: { reason: "理由至少 2 个字" } }));
    render(<ClaimDecision claim={{ id: "c1", enterpriseName: "甲公司", login: "newowner", rivals: 2 }} differing={["法定代表人"]} approve={approve} reject={reject} />);
    fireEvent.click(screen.getByRole("button", { name: "同意，开通账号" }));
    const asked = screen.getByRole("dialog");
    for (const words of ["newowner", "法定代表人", "另有 2 件待核实"]) expect(asked.textContent).toContain(words);
    approve.mockImplementationOnce(() => refused("这件申请已经办过") as never);
    fireEvent.click(within(asked).getByRole("button", { name: "开通" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("这件申请已经办过"));
    expect(router.refresh, "没有办成的不换页上的内容").not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "同意，开通账号" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "开通" }));
    await waitFor(() => expect(router.refresh).toHaveBeenCalled());
    expect(approve.mock.calls).toEqual([[{ id: "c1" }], [{ id: "c1" }]]);
    fireEvent.click(screen.getByRole("button", { name: "不同意" }));
    const refusing = screen.getByRole("dialog", { name: "不同意认领" });
    fireEvent.change(within(refusing).getByLabelText(/理由/), { target: { value: "x" } });
    fireEvent.click(within(refusing).getByRole("button", { name: "退回" }));
    await waitFor(() => expect(refusing.textContent).toContain("理由至少 2 个字"));
    expect(within(refusing).getByLabelText<HTMLTextAreaElement>(/理由/).value).toBe("x");
  });
});
