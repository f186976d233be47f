import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseRating } from "@/components/evaluation/CaseRating";
import { CodeCard } from "@/components/evaluation/codes/CodeCard";
import { CodeTable } from "@/components/evaluation/codes/CodeTable";
import { FinishedCases } from "@/components/evaluation/codes/FinishedCases";
import { GenerateVisitForm } from "@/components/evaluation/codes/GenerateVisitForm";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import type { StaffActor } from "@/lib/access/actor";
import type { CodeRow, CodeView, FinishedCaseRow, GeneratedCodes } from "@/lib/evaluation/code-views";

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
beforeEach(() => (router.push.mockClear(), router.refresh.mockClear()));

const staff = (roles: StaffActor["roles"]): StaffActor => ({ kind: "staff", accountId: "a", sessionId: "s", name: "周评价", officeCode: "NEEB", roles });
const done = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const row: CodeRow = {
  id: "c1", serial: "000A1B2C", kind: "visit", state: "valid", name: "1号窗口", enterprise: "", business: "", ratings: 3, expiresAt: "2027-11-22T15:59:59.000Z", createdAt: "2026-11-22T02:00:00.000Z", createdBy: "周评价",
};
const token = "A".repeat(44);
const view: CodeView = { ...row, officeName: "国家能源局东北监管局", token, address: `https://zzxy.example.cn/api/ratings/${token}`, batch: { id: "b1", count: 3 } };

describe("好差评的导航", () => {
  it("L-5.2.1-01 L-5.3.1-01 好差评管理员看得到一次一评、一事一评，当前页标出；系统管理员看不到这两页", () => {
    const { rerender } = render(<EvaluationViews actor={staff(["evaluationOfficer"])} current="visit" />);
    expect(screen.getByRole("link", { name: "一次一评" }).getAttribute("href")).toBe("/admin/evaluations/codes/visit");
    expect(screen.getByRole("link", { name: "一次一评" }).getAttribute("aria-current")).toBe("page");
    expect(screen.getByRole("link", { name: "一事一评" }).getAttribute("href")).toBe("/admin/evaluations/codes/matter");
    rerender(<EvaluationViews actor={staff(["administrator"])} current="figures" />);
    expect(screen.queryByRole("link", { name: "一次一评" })).toBeNull();
    expect(screen.getByRole("link", { name: "统计" })).toBeTruthy();
  });
});

describe("生成一次一评码", () => {
  const submit = (text: string) => {
    fireEvent.change(screen.getByLabelText(/服务点/), { target: { value: text } });
    fireEvent.click(screen.getByRole("button", { name: "生成" }));
  };

  it("L-5.2.1-02 先说会有几个；生成后给出海报，输入清空，列表刷新", async () => {
    const generated: GeneratedCodes = { batchId: "b1", created: [1, 2].map((n) => ({ id: `c${n}`, servicePoint: `${n}号窗口` })), existing: [{ id: "c3", servicePoint: "3号窗口" }] };
    const generate = vi.fn((_command: unknown) => done(generated));
    render(<GenerateVisitForm generate={generate} />);
    fireEvent.change(screen.getByLabelText(/服务点/), { target: { value: "1至5号窗口" } });
    expect(screen.getByText("将生成 5 个：1号窗口、2号窗口、3号窗口……5号窗口")).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/有效期/), { target: { value: "1095" } });
    submit("1至3号窗口");
    const outcome = await screen.findByRole("status");
    expect(outcome.textContent).toContain("已生成 2 个二维码。");
    expect(outcome.textContent).toContain("3号窗口已有有效的二维码，没有重复生成。");
    expect(within(outcome).getByRole("link", { name: "下载 2 张海报（PDF）" }).getAttribute("href")).toBe("/api/evaluation-codes/batches/b1/posters.pdf");
    expect(generate).toHaveBeenCalledWith({ servicePoints: "1至3号窗口", days: 1095, idempotencyKey: expect.any(String) });
    expect((screen.getByLabelText(/服务点/) as HTMLTextAreaElement).value).toBe("");
    expect(router.refresh).toHaveBeenCalledTimes(1);
  });

  it("没写、写反了不发出去，原因在字段旁；没送到时写的还在，重试用同一个键", async () => {
    const generate = vi.fn<(command: { idempotencyKey: string }) => Promise<never>>().mockRejectedValue(new Error("offline"));
    render(<GenerateVisitForm generate={generate} />);
    submit("  ");
    expect(screen.getByText("请填写服务点")).toBeTruthy();
    submit("9至1号窗口");
    expect(screen.getByText(/前一个号应当小于后一个/)).toBeTruthy();
    expect(generate).not.toHaveBeenCalled();
    submit("1号窗口");
    expect((await screen.findByRole("alert")).textContent).toContain("请检查网络");
    expect((screen.getByLabelText(/服务点/) as HTMLTextAreaElement).value).toBe("1号窗口");
    submit("1号窗口");
    await waitFor(() => expect(generate).toHaveBeenCalledTimes(2));
    expect(new Set(generate.mock.calls.map(([command]) => command.idempotencyKey)).size).toBe(1);
  });
});

describe("码的列表与页面", () => {
  it("L-6-10 列出状态、评价数、到期日；撤销要写原因，没写的不办", async () => {
    const revoke = vi.fn((command: { reason: string }) => (command.reason ? done(undefined) : Promise.resolve({ ok: false as const, code: "invalid", message: "x", fields: { reason: "请填写撤销的原因" } })));
    render(<CodeTable kind="visit" rows={[row, { ...row, id: "c2", name: "2号窗口", state: "expired" }]} empty="没有" revoke={revoke} />);
    const [, first, second] = screen.getAllByRole("row");
    for (const word of ["有效", "3 条", "2027年11月22日", "000A1B2C"]) expect(first?.textContent).toContain(word);
    expect(within(first as HTMLElement).getByRole("link", { name: /链接.*1号窗口/ }).getAttribute("href")).toBe("/admin/evaluations/codes/c1");
    expect(within(second as HTMLElement).queryByRole("button", { name: /撤销/ })).toBeNull();
    fireEvent.click(within(first as HTMLElement).getByRole("button", { name: /撤销.*1号窗口/ }));
    const dialog = screen.getByRole("dialog", { name: "撤销二维码：1号窗口" });
    fireEvent.click(within(dialog).getByRole("button", { name: "撤销" }));
    expect(await within(dialog).findByText("请填写撤销的原因")).toBeTruthy();
    fireEvent.change(within(dialog).getByLabelText(/撤销原因/), { target: { value: "窗口撤并" } });
    fireEvent.click(within(dialog).getByRole("button", { name: "撤销" }));
    expect((await screen.findByRole("status")).textContent).toContain("1号窗口的二维码已撤销");
    expect(revoke).toHaveBeenLastCalledWith({ codeId: "c1", reason: "窗口撤并" });
    expect(router.refresh).toHaveBeenCalled();
  });

  it("L-5.2.1-02 二维码图就是到评价页的链接；海报、打印、PNG、SVG、同批海报都有", () => {
    render(<CodeCard code={view} revoke={() => done(undefined)} />);
    const picture = screen.getByRole("link", { name: /1号窗口的评价二维码/ });
    expect(picture.getAttribute("href")).toBe(`/api/ratings/${token}`);
    expect(within(picture).getByRole("img").getAttribute("src")).toBe(`/api/qr/${token}.svg`);
    const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(hrefs).toEqual(expect.arrayContaining(["/api/evaluation-codes/c1/poster.pdf", "/api/evaluation-codes/c1/poster.pdf?print", `/api/qr/${token}.png?download`, `/api/qr/${token}.svg?download`, "/api/evaluation-codes/batches/b1/posters.pdf"]));
  });

  it("撤销了的没有图，说明谁在何时为什么", () => {
    const { token: _token, address: _address, batch: _batch, ...rest } = view;
    render(<CodeCard code={{ ...rest, state: "revoked", revoked: { at: "2026-11-22T02:00:00.000Z", by: "周评价", reason: "窗口撤并" } }} revoke={() => done(undefined)} />);
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.getByText(/2026年11月22日 10:00 周评价：窗口撤并/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "撤销" })).toBeNull();
  });

  it("L-5.3.1-02 L-5.3.1-03 没有生成的只有【生成】，生成后打开码的页面；生成过的是链接，评过的都没有", async () => {
    const base: FinishedCaseRow = { id: "k1", number: "NEEB-2026-000001", enterprise: "沈阳乙电力工程有限公司", business: "许可证延续", finishedAt: "2026-11-20T02:00:00.000Z" };
    const generate = vi.fn(() => done({ id: "c9" }));
    render(<FinishedCases rows={[base, { ...base, id: "k2", number: "NEEB-2026-000002", codeId: "c2" }, { ...base, id: "k3", number: "NEEB-2026-000003", closedBecause: "已评价" }]} empty="没有" generate={generate} />);
    const [, first, second, third] = screen.getAllByRole("row") as HTMLElement[];
    expect(within(first as HTMLElement).queryByRole("link")).toBeNull();
    expect(within(second as HTMLElement).getByRole("link", { name: /链接.*NEEB-2026-000002/ }).getAttribute("href")).toBe("/admin/evaluations/codes/c2");
    expect(within(third as HTMLElement).queryByRole("button")).toBeNull();
    expect(third?.textContent).toContain("已评价");
    fireEvent.click(within(first as HTMLElement).getByRole("button", { name: /生成.*NEEB-2026-000001/ }));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/admin/evaluations/codes/c9"));
    expect(generate).toHaveBeenCalledWith({ caseId: "k1" });
  });

  it("L-6-10 案件页上看得到这一件的评价：满意度、选项、意见、时间，姓名遮盖", () => {
    render(<CaseRating rating={{ id: "e1", number: "NEEB-2026-000001", business: "许可证延续", level: 2, word: "不满意", bad: true, options: ["没有提供材料清单"], comment: "补了两次", rater: "董**", at: "2026-11-20T02:00:00.000Z" }} />);
    const panel = screen.getByRole("region", { name: "好差评" });
    for (const word of ["不满意", "没有提供材料清单", "补了两次", "董**", "11月20日 10:00"]) expect(panel.textContent).toContain(word);
  });
});
