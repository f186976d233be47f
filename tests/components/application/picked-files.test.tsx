import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { UploadFile } from "@/components/application/attachments/upload-file";
import { completeNewLicence } from "../../builders/new-licence";
import { applicationFacts, instantUpload, pdf, press, renderSection } from "./section-screen";

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const SECTION = "basic-information";
const SLOT = "营业执照/事业单位法人证书";
const built = completeNewLicence();
const facts = () => applicationFacts({ answers: built.answers, files: built.files });
const next = expect.stringMatching(/\/sections\/technical-lead$/);

function open(upload: UploadFile = instantUpload, given = facts()) {
  const sent = vi.fn(upload);
  return { sent, pick: () => screen.getByLabelText(`选取文件：${SLOT}`), ...renderSection({ section: SECTION, facts: given, upload: sent }) };
}

describe("选好没传的文件", () => {
  it("L-4.1.2-04 【保存】先把它们传上去", async () => {
    const { user, pick } = open();
    await user.upload(pick(), [pdf("正本.pdf"), pdf("副本.pdf")]);
    await user.click(press("保存"));
    expect(await screen.findByRole("link", { name: "正本.pdf" })).toBeDefined();
    expect(await screen.findByRole("link", { name: "副本.pdf" })).toBeDefined();
    expect(navigate).not.toHaveBeenCalled();
  });

  it("L-4.1.2-04 【下一步】等它们传完才走", async () => {
    let arrive = (): void => undefined;
    const { user, pick } = open(async (...given) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return instantUpload(...given);
    });
    await user.upload(pick(), pdf("正本.pdf"));
    await user.click(press("下一步"));
    expect(await screen.findByText("上传中")).toBeDefined();
    expect(screen.getByText("正在保存…")).toBeDefined();
    expect(navigate).not.toHaveBeenCalled();
    arrive();
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(next));
  });

  it("L-4.1.2-05 【下一步】没传成的留在本页，保存行说是哪一个；再按再试", async () => {
    let fail = true;
    const { user, pick, sent } = open(async (...given) => {
      if (fail) throw new Error("网络中断");
      return instantUpload(...given);
    });
    await user.upload(pick(), pdf("正本.pdf"));
    await user.click(press("下一步"));
    expect(await screen.findByText("“正本.pdf”没有传成")).toBeDefined();
    expect(navigate).not.toHaveBeenCalled();
    fail = false;
    await user.click(press("下一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(next));
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it("L-4.1.2-06 点其他页签先问；【保存并切换】传好才走", async () => {
    const { user, pick, sent } = open();
    await user.upload(pick(), pdf("正本.pdf"));
    await user.click(screen.getAllByRole("link", { name: /技术负责人/ })[0] as HTMLElement);
    const question = await screen.findByRole("dialog", { name: "离开这一页？" });
    expect(question.textContent).toContain("还有 1 个文件没有传完");
    expect(sent).not.toHaveBeenCalled();
    await user.click(within(question).getByRole("button", { name: "保存并切换" }));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(next));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("L-4.1.2-04 收不了的文件不拦【下一步】", async () => {
    const { user, pick, sent } = open();
    pick().removeAttribute("accept");
    await user.upload(pick(), new File(["x"], "病毒.exe"));
    await user.click(press("下一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(next));
    expect(sent).not.toHaveBeenCalled();
  });

  it("L-4.1.5-03 编辑栏里选好的随【确定】上传", async () => {
    const given = facts();
    const files = given.context.files.filter((file) => file.slot !== "TE_SS");
    const { user } = renderSection({ section: "technicians", facts: { ...given, context: { ...given.context, files } } });
    await user.click(screen.getAllByRole("button", { name: /^编辑/ })[0] as HTMLElement);
    await user.upload(screen.getByLabelText("选取文件：社会保险缴纳证明"), pdf("社保.pdf"));
    await user.click(press("确定"));
    expect(await screen.findByText("2 / 2")).toBeDefined();
  });
});
