import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { DiscardLink } from "@/components/application/DiscardLink";
import { TerminationForm, type TerminationFormProps } from "@/components/application/TerminationForm";
import { BusinessMenu } from "@/components/application/home/BusinessMenu";
import { TodoPanel } from "@/components/application/home/TodoPanel";
import { caseSteps } from "@/components/application/case-steps";
import { menuWordOf } from "@/lib/terms/businesses";
import { applicationFacts } from "./section-screen";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }), usePathname: () => "/" }));

const rows = [
  { applicationId: "a1", number: "NEEB-2026-000041", label: "许可证补（换）证申请", stateWord: "已受理" },
  { applicationId: "a2", number: "NEEB-2026-000042", label: "登记事项变更", stateWord: "待形审" },
];
const ended: TerminationFormProps["terminate"] = async () => ({ ok: true, value: { number: "NEEB-2026-000042" } });

function renderForm(changes: Partial<TerminationFormProps> = {}) {
  const terminate = vi.fn(changes.terminate ?? ended);
  render(<TerminationForm enterpriseName="沈阳甲电力工程有限公司" rows={rows} warning="终止后不能恢复" {...changes} terminate={terminate} />);
  return { user: userEvent.setup(), terminate };
}

const press = (name: string) => screen.getByRole("button", { name });

describe("业务办理终止申请", () => {
  it("L-4.10-02 L-4.10-03 选企业在办的申请、写原因、确认之后终止，流程结束", async () => {
    const { user, terminate } = renderForm();
    const group = screen.getByRole("radiogroup", { name: /^沈阳甲电力工程有限公司在办的申请/ });
    await user.click(within(group).getByRole("radio", { name: "登记事项变更 NEEB-2026-000042（待形审）" }));
    await user.type(screen.getByLabelText(/^终止原因/), "工程计划调整，暂不办理");
    await user.click(press("终止申请"));
    const dialog = screen.getByRole("dialog", { name: "终止申请？" });
    expect(dialog.textContent).toContain("沈阳甲电力工程有限公司：登记事项变更 NEEB-2026-000042（待形审）");
    expect(dialog.textContent).toContain("终止后不能恢复");
    expect(terminate).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole("button", { name: "确定终止" }));
    expect(terminate).toHaveBeenCalledWith({ applicationId: "a2", reason: "工程计划调整，暂不办理", idempotencyKey: expect.any(String) });
    expect(await screen.findByText("NEEB-2026-000042 已终止，流程结束。")).toBeDefined();
    expect(screen.getByRole("link", { name: "查看办理经过" }).getAttribute("href")).toBe("/applications/a2/history");
  });

  it("没有选、没写原因：摘要与字段旁说同样的话，不问、不送", async () => {
    const { user, terminate } = renderForm();
    await user.click(press("终止申请"));
    expect(screen.getAllByText("请选择要终止的申请")).toHaveLength(2);
    expect(screen.getAllByText("请写明终止原因，至少 5 个字")).toHaveLength(2);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(terminate).not.toHaveBeenCalled();
  });

  it("刚被签发的：说已经作出决定，写的原因还在", async () => {
    const { user } = renderForm({ chosen: "a1", terminate: async () => ({ ok: false, code: "conflict", message: "这份申请已经作出决定，不能终止", issues: [], fields: {} }) });
    expect((screen.getByRole("radio", { name: /NEEB-2026-000041/ }) as HTMLInputElement).checked).toBe(true);
    await user.type(screen.getByLabelText(/^终止原因/), "暂时不再办理");
    await user.click(press("终止申请"));
    await user.click(press("确定终止"));
    expect(await screen.findByText("这份申请已经作出决定，不能终止")).toBeDefined();
    expect((screen.getByLabelText(/^终止原因/) as HTMLTextAreaElement).value).toBe("暂时不再办理");
  });

  it("没有可以终止的说明怎么办", () => {
    renderForm({ rows: [] });
    expect(screen.getByText(/还没提交的草稿可以在申请里直接废弃/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "终止申请" })).toBeNull();
  });

  it("决定十五：已提交的申请，申请废弃通到业务办理终止；待补正的两样都有；草稿只有废弃", () => {
    const terminate = { action: "terminate" as const, label: "终止申请", needs: [], tone: "danger" as const };
    const discard = { action: "discard" as const, label: "申请废弃", needs: [], tone: "danger" as const };
    const show = (actions: (typeof terminate | typeof discard)[]) => {
      const { container } = render(<DiscardLink facts={applicationFacts({ applicationId: "a1", actions })} discard={vi.fn()} onDone={vi.fn()} />);
      const own = within(container);
      return [own.queryByRole("button", { name: "申请废弃" }) !== null, own.queryByRole("link")?.textContent, own.queryByRole("link")?.getAttribute("href")];
    };
    expect(show([terminate])).toEqual([false, "申请废弃（终止申请）", "/termination?application=a1"]);
    expect(show([discard, terminate])).toEqual([true, "终止申请", "/termination?application=a1"]);
    expect(show([discard])).toEqual([true, undefined, undefined]);
  });
});

describe("业务菜单", () => {
  const codes = ["new-licence", "registration-change", "scope-change", "renewal", "reissue", "cancellation", "personnel-change", "division", "merger"] as const;

  it("L-2-03 L-2-04 L-3.5-03 L-3.5-04 L-4.10-01 十项业务、业务办理终止申请与好差评都在菜单里，次序照手册", () => {
    const offers = [
      ...codes.map((business) => ({ business, label: menuWordOf(business), summary: "可以办理的企业" })),
      { business: "termination" as const, label: menuWordOf("termination"), summary: "不再办理的申请", href: "/termination" },
    ];
    render(<BusinessMenu offers={offers} ratings={2} />);
    const links = within(screen.getByRole("region", { name: "承装修试业务许可申请" })).getAllByRole("link");
    expect(links.map((link) => link.textContent)).toEqual([
      "许可证新申请", "登记事项变更申请", "许可事项变更申请", "许可证延续申请", "许可证补（换）证申请", "许可证注销", "人员变更申请", "分立申请", "合并申请", "业务办理终止申请", "好差评",
    ]);
    expect(links.at(-2)?.getAttribute("href")).toBe("/termination");
    expect(links.at(-1)?.getAttribute("href")).toBe("/evaluations");
    expect(screen.getByText("2 项待评价")).toBeDefined();
  });

  it("L-3.5-07 退回补正的、缺容缺材料的列在待办里，期限写明，直接打开", () => {
    const todo = { id: "t1", kindWord: "", detail: "许可证新申请 NEEB-2026-000023", createdAt: "2026-11-20T00:00:00Z", dueOn: "2026-12-11", remainingWorkingDays: 14 };
    render(<TodoPanel drafts={[]} todos={[
      { ...todo, kind: "correction", title: "请补正申请材料", href: "/applications/a1" },
      { ...todo, id: "t2", kind: "deferredMaterial", title: "请补齐容缺材料", href: "/applications/a2" },
    ]} />);
    expect(screen.getByRole("link", { name: /^去补正/ }).getAttribute("href")).toBe("/applications/a1");
    expect(screen.getByRole("link", { name: /^去补齐/ }).getAttribute("href")).toBe("/applications/a2");
    expect(screen.getAllByText("12月11日前")).toHaveLength(2);
  });

  it("不经复审的业务，进度里没有复审", () => {
    const names = (business: "reissue" | "new-licence", procedure?: "commitment") => caseSteps({ state: "underReview", business, ...(procedure ? { procedure } : {}) }).map(({ name }) => name);
    expect(names("reissue")).toEqual(["提交", "形审", "受理", "审查", "签发", "办结"]);
    expect(names("new-licence")).toContain("复审");
    expect(names("new-licence", "commitment")).not.toContain("复审");
  });
});
