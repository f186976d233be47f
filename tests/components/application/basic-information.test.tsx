import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { UploadFile } from "@/components/application/attachments/upload-file";
import { completeNewLicence } from "../../builders/new-licence";
import { applicationFacts, FakeServer, instantUpload, pdf, press, renderSection } from "./section-screen";

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const SECTION = "basic-information";
const built = completeNewLicence();
const CATEGORY = { "application-category": built.answers["application-category"] ?? {} };
const categoryFiles = built.files.filter((file) => file.section === "application-category");
const draft = (answers = {}) => applicationFacts({ answers: { ...CATEGORY, ...answers }, files: categoryFiles });

describe("基本情况", () => {
  it("L-4.1.2-02 【保存】存下内容并留在本页，只送改动；不完整的也存，保存行说还差多少", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1,500");
    await user.click(press("保存"));
    expect(await screen.findByText("已保存 14:32")).toBeDefined();
    expect(screen.getByText(/^还有 \d+ 项未填$/)).toBeDefined();
    expect(server.commands[0]?.patch).toEqual({ fields: [{ key: "totalAssets", from: null, to: "1500" }], rows: [] });
    expect(navigate).not.toHaveBeenCalled();
  });

  it("L-4.1.2-03 L-4.1.2-04 【选取文件】列出所选的文件，【上传】之后才入库，一份材料可以几个文件", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    const slot = "营业执照/事业单位法人证书";
    await user.upload(screen.getByLabelText(`选取文件：${slot}`), [pdf("正本.pdf"), pdf("副本.pdf")]);
    expect(screen.getAllByText("已选取，待上传")).toHaveLength(2);
    expect(screen.queryByRole("link", { name: "正本.pdf" })).toBeNull();
    await user.click(screen.getByRole("button", { name: `附件上传：${slot}` }));
    expect(await screen.findByRole("link", { name: "正本.pdf" })).toBeDefined();
    expect(await screen.findByRole("link", { name: "副本.pdf" })).toBeDefined();
  });

  it("L-4.1.2-05 【附件上传】失败的说原因、可重试，不影响其他文件和填写", async () => {
    let fail = true;
    const upload: UploadFile = async (...given) => {
      if (given[2].name === "坏.pdf" && fail) throw new Error("网络中断，停在 34%");
      return instantUpload(...given);
    };
    const { user } = renderSection({ section: SECTION, facts: draft(), upload });
    const slot = "审计报告或净资产证明";
    await user.upload(screen.getByLabelText(`选取文件：${slot}`), [pdf("好.pdf"), pdf("坏.pdf")]);
    await user.click(screen.getByRole("button", { name: `附件上传：${slot}` }));
    expect(await screen.findByRole("link", { name: "好.pdf" })).toBeDefined();
    expect(await screen.findByText(/网络中断，停在 34%/)).toBeDefined();
    fail = false;
    await user.click(screen.getByRole("button", { name: /^重试.*坏\.pdf$/ }));
    expect(await screen.findByRole("link", { name: "坏.pdf" })).toBeDefined();
    expect(screen.queryByText("上传失败")).toBeNull();
  });

  it("收不了的文件当场说明，不给重试", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    const input = screen.getByLabelText("选取文件：营业执照/事业单位法人证书");
    input.removeAttribute("accept");
    await user.upload(input, new File(["x"], "病毒.exe"));
    expect(screen.getByText(/不收这种文件，请换成 PDF、JPG、PNG、Word/)).toBeDefined();
    expect(screen.queryByRole("button", { name: /^重试/ })).toBeNull();
    expect(screen.getByText("换一个文件")).toBeDefined();
  });

  it("更换：新的传成了才去掉旧的", async () => {
    const removeAttachment = vi.fn(async () => ({ ok: true as const, value: undefined }));
    const old = { id: "old", section: SECTION, slot: "BIZ_LIC", name: "旧.pdf", size: 10, mediaType: "application/pdf" };
    const facts = applicationFacts({ answers: CATEGORY, files: [...categoryFiles, old] });
    const { user } = renderSection({ section: SECTION, facts, actions: { removeAttachment } });
    await user.upload(screen.getByLabelText("更换旧.pdf"), pdf("新.pdf"));
    expect(await screen.findByRole("link", { name: "新.pdf" })).toBeDefined();
    await waitFor(() => expect(removeAttachment).toHaveBeenCalledWith({ attachmentId: "old" }));
    await waitFor(() => expect(screen.queryByRole("link", { name: "旧.pdf" })).toBeNull());
  });

  it("L-4.1.2-07 L-4.1.2-08 申请人信息取自企业注册，只读，从不送去保存", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    const name = screen.getByRole("textbox", { name: /^单位名称/ });
    expect(name).toHaveProperty("value", "沈阳甲电力工程有限公司");
    expect(name).toHaveProperty("readOnly", true);
    expect(screen.getByRole("textbox", { name: /^住所/ })).toHaveProperty("readOnly", true);
    await user.type(name, "改");
    await user.type(screen.getByRole("textbox", { name: "净资产（万元）" }), "900");
    await user.click(press("保存"));
    await screen.findByText("已保存 14:32");
    expect(server.commands[0]?.patch.fields.map((field) => field.key)).toEqual(["netAssets"]);
  });

  it("L-4.1.2-09 L-4.1.2-10 有模板的材料给出模板下载，说明按要求填写后上传", () => {
    const facts = draft();
    renderSection({ section: SECTION, facts });
    const link = screen.getByRole("link", { name: /^模板下载.*许可证申请表（签字盖章）$/ });
    expect(link.getAttribute("href")).toBe(`/api/templates/application-form?application=${facts.applicationId}`);
    expect(link.closest("p")?.textContent).toContain("按要求填写后上传");
  });

  it("净资产占比随输入得出", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1000");
    await user.type(screen.getByRole("textbox", { name: "净资产（万元）" }), "124");
    expect(screen.getByRole("textbox", { name: /^净资产占比/ })).toHaveProperty("value", "12.40%");
  });
});

describe("离开有未保存内容的页签", () => {
  const type = async (user: ReturnType<typeof renderSection>["user"]) => user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1500");
  const dialog = () => screen.findByRole("dialog", { name: "离开这一页？" });
  const otherTab = () => screen.getAllByRole("link", { name: /技术负责人/ })[0] as HTMLElement;

  it("L-4.1.2-06 点其他页签先问；【放弃修改】不存就走，本机暂存也抹去", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await type(user);
    await waitFor(() => expect(localStorage.length).toBe(1));
    await user.click(otherTab());
    await user.click(within(await dialog()).getByRole("button", { name: "放弃修改" }));
    expect(navigate).toHaveBeenCalledWith(expect.stringMatching(/\/sections\/technical-lead$/));
    expect(server.commands).toHaveLength(0);
    await waitFor(() => expect(localStorage.length).toBe(0));
  });

  it("【保存并切换】存好才走", async () => {
    const { user, server } = renderSection({ section: SECTION, facts: draft() });
    await type(user);
    await user.click(otherTab());
    await user.click(within(await dialog()).getByRole("button", { name: "保存并切换" }));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(expect.stringMatching(/\/sections\/technical-lead$/)));
    expect(server.answers(SECTION).totalAssets).toBe("1500");
  });

  it("【留在本页】不走，内容还在", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await type(user);
    await user.click(otherTab());
    await user.click(within(await dialog()).getByRole("button", { name: "留在本页" }));
    expect(navigate).not.toHaveBeenCalled();
    expect(screen.getByRole("textbox", { name: "总资产（万元）" })).toHaveProperty("value", "1500");
  });

  it("没有改动时点其他页签不问", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.click(otherTab());
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("关闭、刷新由浏览器问", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    const leave = () => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await type(user);
    expect(leave()).toBe(true);
    await user.click(press("保存"));
    await screen.findByText("已保存 14:32");
    expect(leave()).toBe(false);
  });
});

describe("不丢内容", () => {
  it("L-4.0-03 暂存在本机的内容，再打开时可以恢复或丢弃", async () => {
    const facts = draft();
    const first = renderSection({ section: SECTION, facts });
    await first.user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1500");
    // 忙的机器上一字一存：等到整个数都暂存了
    await waitFor(() => expect(Object.values(localStorage).join("")).toContain("1500"));
    first.unmount();
    const second = renderSection({ section: SECTION, facts });
    expect(await screen.findByText(/未保存的“基本情况”内容/)).toBeDefined();
    await second.user.click(press("恢复"));
    expect(screen.getByRole("textbox", { name: "总资产（万元）" })).toHaveProperty("value", "1500");
    expect(screen.getByText("有未保存的修改")).toBeDefined();
  });

  it("保存之后本机不留", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1500");
    await waitFor(() => expect(localStorage.length).toBe(1));
    await user.click(press("保存"));
    await waitFor(() => expect(localStorage.length).toBe(0));
  });

  it("网络不通：说未能保存、内容仍在本页，【重试】即存上", async () => {
    const server = new FakeServer(CATEGORY);
    server.failure = "offline";
    const { user } = renderSection({ section: SECTION, facts: draft(), server });
    await user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1500");
    await user.click(press("保存"));
    expect(await screen.findByText("未能保存，内容仍在本页")).toBeDefined();
    expect(screen.getByRole("textbox", { name: "总资产（万元）" })).toHaveProperty("value", "1500");
    server.failure = undefined;
    await user.click(screen.getByRole("button", { name: /^重试/ }));
    expect(await screen.findByText("已保存 14:32")).toBeDefined();
  });

  it("取自注册的经营范围折行显示，读得全；没有的不是一个空框", () => {
    renderSection({ section: SECTION, facts: draft() });
    expect(screen.getByRole("textbox", { name: /^经营范围/ }).tagName).toBe("TEXTAREA");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^经营范围/ }).readOnly).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /^净资产占比/ }).placeholder).toBe("—");
  });

  it("登录过期：内容不丢，可就地登录后再存", async () => {
    const server = new FakeServer(CATEGORY);
    server.failure = { code: "unauthenticated", message: "请先登录" };
    const ended = vi.fn();
    window.addEventListener("session-ended", ended);
    const { user } = renderSection({ section: SECTION, facts: draft(), server });
    await user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1500");
    await user.click(press("保存"));
    expect(await screen.findByText("登录已过期，填写的内容没有丢失。")).toBeDefined();
    expect(ended).toHaveBeenCalled();
    expect(screen.getByRole("textbox", { name: "总资产（万元）" })).toHaveProperty("value", "1500");
    window.removeEventListener("session-ended", ended);
  });

  it("别人先改了同一处：并排给出，【用对方的】或【用我的】，不相干的改动合并", async () => {
    const server = new FakeServer({ ...CATEGORY, [SECTION]: { totalAssets: "1000" } });
    const { user } = renderSection({ section: SECTION, facts: draft({ [SECTION]: { totalAssets: "1000" } }), server });
    server.change(SECTION, { totalAssets: "1111", employees: "46" });
    const total = screen.getByRole("textbox", { name: "总资产（万元）" });
    await user.clear(total);
    await user.type(total, "1222");
    await user.click(press("保存"));
    const panel = await screen.findByRole("alert", { name: "两人同时修改" });
    // 在页底按的【保存】：要选的带到眼前
    await waitFor(() => expect(document.activeElement).toBe(panel));
    expect(within(panel).getByRole("cell", { name: "1111" })).toBeDefined();
    expect(within(panel).getByRole("cell", { name: "1222" })).toBeDefined();
    expect(screen.getByRole("textbox", { name: /^职工总数/ })).toHaveProperty("value", "46");
    await user.click(within(panel).getByRole("button", { name: /^用对方的/ }));
    expect(total).toHaveProperty("value", "1111");
    expect(screen.queryByRole("alert", { name: "两人同时修改" })).toBeNull();
  });

  it("选【用我的】再保存，写入的是我的，不再冲突", async () => {
    const server = new FakeServer({ ...CATEGORY, [SECTION]: { totalAssets: "1000" } });
    const { user } = renderSection({ section: SECTION, facts: draft({ [SECTION]: { totalAssets: "1000" } }), server });
    server.change(SECTION, { totalAssets: "1111" });
    const total = screen.getByRole("textbox", { name: "总资产（万元）" });
    await user.clear(total);
    await user.type(total, "1222");
    await user.click(press("保存"));
    await user.click(await screen.findByRole("button", { name: /^用我的/ }));
    await user.click(press("保存"));
    await waitFor(() => expect(server.answers(SECTION).totalAssets).toBe("1222"));
    expect(screen.queryByRole("alert", { name: "两人同时修改" })).toBeNull();
  });
});

describe("不符项", () => {
  const error = () => screen.queryByText("财务数据截止日期未填写", { selector: ".err span" });

  it("填写当中不报；保存之后在字段旁和摘要里用同样的话，点摘要到字段，改好一处去掉一处", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    await user.type(screen.getByRole("textbox", { name: "总资产（万元）" }), "1500");
    expect(screen.queryByRole("alert")).toBeNull();
    await user.click(press("保存"));
    await screen.findByText("已保存 14:32");
    expect(error()).not.toBeNull();
    const date = screen.getByRole("textbox", { name: /^财务数据截止日期/ });
    expect(date.getAttribute("aria-invalid")).toBe("true");
    await user.click(screen.getByRole("link", { name: "财务数据截止日期未填写" }));
    await waitFor(() => expect(document.activeElement).toBe(date));
    await user.type(date, "2025/12/31");
    await waitFor(() => expect(error()).toBeNull());
    expect(document.activeElement).toBe(date);
  });

  it("填错的离开时才提示；写到一半、空着离开都不打扰", async () => {
    const { user } = renderSection({ section: SECTION, facts: draft() });
    const total = screen.getByRole("textbox", { name: "总资产（万元）" });
    await user.type(total, "一百");
    expect(screen.queryByText(/请输入数字/)).toBeNull();
    await user.tab();
    expect(await screen.findByText(/请输入数字/)).toBeDefined();
    await user.tab();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.queryByText("净资产（万元）未填写")).toBeNull();
  });
});
