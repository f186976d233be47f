import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CaseDesk } from "@/components/review/CaseDesk";
import type { OpenPdf, PageLook } from "@/components/review/viewer/pdf-document";
import type { CaseView } from "@/lib/licensing/review-views";
import { caseActions } from "./case-actions";
import { caseView, secondRound } from "./case-view";

const reader = vi.hoisted(() => ({ openPdf: vi.fn() }));
vi.mock("@/components/review/viewer/pdf-document", () => reader);
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }), usePathname: () => "/admin/applications/1" }));

const drawn: { page: number; look: PageLook }[] = [];
const closed = vi.fn();
const document_: OpenPdf = {
  pages: 2,
  draw: (page, _canvas, look) => {
    drawn.push({ page, look });
    return { done: Promise.resolve(), cancel: () => undefined };
  },
  close: closed,
};

beforeEach(() => {
  vi.clearAllMocks();
  drawn.length = 0;
  reader.openPdf.mockResolvedValue(document_);
});

function show(changes: Partial<CaseView> = {}) {
  const actions = caseActions();
  render(<CaseDesk view={caseView(changes)} actions={actions} />);
  return { user: userEvent.setup(), actions };
}

const viewer = () => within(document.getElementById("viewer") as HTMLElement);
const press = async (user: ReturnType<typeof userEvent.setup>, name: string) => user.click(viewer().getByRole("button", { name }));

describe("附件在页面里看", () => {
  it("L-6-03 PDF 不必下载：画在页面里，翻页、放大、旋转，第几页用字说；换文件时关掉上一个", async () => {
    const { user } = show();
    await user.click(screen.getByRole("link", { name: "职称证书.pdf" }));
    expect(await viewer().findByRole("img", { name: "职称证书.pdf，第 1 页，共 2 页" })).toBeTruthy();
    expect(reader.openPdf).toHaveBeenCalledExactlyOnceWith("/api/attachments/f1?inline=1");
    expect(viewer().getByText("第 1 / 2 页")).toBeTruthy();
    await press(user, "下一页");
    await press(user, "放大");
    await press(user, "旋转");
    expect(drawn.at(-1)).toMatchObject({ page: 2, look: { zoom: 1.5, turn: 1 } });
    expect(viewer().getByText("150%")).toBeTruthy();
    expect(viewer().getByRole("button", { name: "下一页" }).getAttribute("aria-disabled")).toBe("true");
    await press(user, "下一个文件");
    expect(closed).toHaveBeenCalledOnce();
    expect(screen.getByText("已看 2 / 3")).toBeTruthy();
  });

  it("L-6-03 键盘在附件里：PageDown 翻页，+ - 缩放，r 旋转，[ ] 换文件；带 Ctrl 的不管", async () => {
    const { user } = show();
    await user.click(screen.getByRole("link", { name: "职称证书.pdf" }));
    await viewer().findByText("第 1 / 2 页");
    viewer().getByRole("button", { name: "放大" }).focus();
    await user.keyboard("{PageDown}+r{Control>}+{/Control}");
    expect(drawn.at(-1)).toMatchObject({ page: 2, look: { zoom: 1.5, turn: 1 } });
    await user.keyboard("{PageUp}-");
    expect(drawn.at(-1)).toMatchObject({ page: 1, look: { zoom: 1, turn: 1 } });
    await user.keyboard("]");
    expect(screen.getByAltText("登记照.png的扫描件")).toBeTruthy();
    await user.keyboard("[[");
    expect(await viewer().findByText("第 1 / 2 页")).toBeTruthy();
  });

  it("L-1-03 换文件时焦点留在附件里（WCAG 2.4.3）：按钮还是那一个，纸面、翻页没有了的到新的纸面上；放大、旋转、页数从头", async () => {
    const { user } = show();
    await user.click(screen.getByRole("link", { name: "职称证书.pdf" }));
    await viewer().findByText("第 1 / 2 页");
    await press(user, "下一页");
    await press(user, "放大");
    await press(user, "下一个文件");
    expect(document.activeElement).toBe(viewer().getByRole("button", { name: "下一个文件" }));
    expect(viewer().getByText("适合宽度")).toBeTruthy();
    expect(viewer().queryByText(/^第 . \/ 2 页$/)).toBeNull();
    await user.keyboard("[[");
    expect(await viewer().findByText("第 1 / 2 页")).toBeTruthy();
    viewer().getByRole("region", { name: "职称证书.pdf的内容" }).focus();
    await user.keyboard("]");
    expect(document.activeElement).toBe(viewer().getByRole("region", { name: "登记照.png的内容" }));
    await user.keyboard("]");
    expect(viewer().getByRole("link", { name: "下载 王磊社保.doc" })).toBeTruthy();
    expect(document.activeElement).toBe(viewer().getByRole("button", { name: "上一个文件" }));
  });

  it("L-1-03 打开附件焦点就到附件里（WCAG 2.4.3），再点同一个也到；Esc、关闭回到点的文件名，换过文件也一样", async () => {
    const { user } = show();
    const opener = screen.getByRole("link", { name: "职称证书.pdf" });
    expect(document.activeElement).toBe(document.body);
    expect(viewer().queryByRole("button", { name: /^关闭/ })).toBeNull();
    opener.focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(viewer().getByRole("group", { name: "附件 职称证书.pdf" }));
    await user.keyboard("]");
    expect(screen.getByAltText("登记照.png的扫描件")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(opener);
    expect(viewer().getByText("点左侧的文件名，在这里对照着看。")).toBeTruthy();
    await user.click(opener);
    opener.focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(viewer().getByRole("group", { name: "附件 职称证书.pdf" }));
    await user.click(viewer().getByRole("link", { name: "登记照.png 已看" }));
    expect(document.activeElement).toBe(viewer().getByRole("group", { name: "附件 登记照.png" }));
    await press(user, "关闭 登记照.png");
    expect(document.activeElement).toBe(opener);
    expect(viewer().queryByRole("button", { name: /^关闭/ })).toBeNull();
  });

  it("L-1-03 点的文件名已不在页面上，关闭后焦点留在阅读栏，不丢；没有文件时 Esc 不管", async () => {
    const { user } = show(secondRound);
    await user.click(screen.getByRole("link", { name: "王磊社保.doc" }));
    await user.click(screen.getAllByRole("checkbox", { name: "只看有变化" })[0] as HTMLElement);
    expect(screen.queryAllByRole("link", { name: /^王磊社保.doc/ }).filter((link) => !link.closest("#viewer"))).toEqual([]);
    viewer().getByRole("group", { name: "附件 王磊社保.doc" }).focus();
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByRole("region", { name: "附件" }));
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(document.getElementById("viewer"));
  });

  it("L-6-03 图片可放大旋转，其他格式下载；打不开的 PDF 说出来，可以下载", async () => {
    reader.openPdf.mockRejectedValue(new Error("password"));
    const { user } = show();
    await user.click(screen.getByRole("link", { name: "登记照.png" }));
    const image = screen.getByAltText("登记照.png的扫描件");
    const before = image.className;
    await press(user, "放大");
    await press(user, "旋转");
    expect(image.className).not.toBe(before);
    await press(user, "上一个文件");
    expect(await viewer().findByText(/^这个 PDF 没有打开/)).toBeTruthy();
    expect(viewer().getByRole("link", { name: "下载 职称证书.pdf" }).getAttribute("href")).toBe("/api/attachments/f1");
    await user.click(screen.getByRole("link", { name: "王磊社保.doc" }));
    expect(viewer().getByRole("link", { name: "下载 王磊社保.doc" }).getAttribute("href")).toBe("/api/attachments/f3");
  });

  it("L-6-04 看着附件就能写意见；同一页签的附件列在下面，也说得出它在哪里", async () => {
    const { user, actions } = show();
    await user.click(screen.getByRole("link", { name: "登记照.png" }));
    const siblings = viewer().getByRole("navigation", { name: "同一页签的附件" });
    expect(within(siblings).getAllByRole("link").map((link) => link.textContent)).toEqual(["职称证书.pdf", "登记照.png 已看"]);
    expect(viewer().getByRole("link", { name: "技术负责人 › 登记照" }).getAttribute("href")).toBe("#section-technical-lead");
    await press(user, "写意见：技术负责人 › 登记照");
    await user.click(screen.getByRole("button", { name: "扫描件不清晰，请重新上传" }));
    await user.click(screen.getByRole("button", { name: "存为草稿" }));
    expect(actions.draftRemark).toHaveBeenCalledWith(expect.objectContaining({ sectionKey: "technical-lead", slot: "TL_PHOTO", text: "扫描件不清晰，请重新上传。" }));
  });

  it("L-6-04 名册里一行的附件，意见带着那一行", async () => {
    const { user, actions } = show();
    await user.click(screen.getByRole("link", { name: "王磊社保.doc" }));
    await press(user, "写意见：电力相关技术人员 › 第 1 行 王磊 › 社会保险缴纳证明");
    await user.click(screen.getByRole("button", { name: "缺少盖章页，请补充" }));
    await user.click(screen.getByRole("button", { name: "存为草稿" }));
    expect(actions.draftRemark).toHaveBeenCalledWith(expect.objectContaining({ sectionKey: "technicians", rowId: "row-1", slot: "TE_SS" }));
  });
});
