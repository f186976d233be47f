import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { completeNewLicence } from "../../builders/new-licence";
import { fictitiousPerson } from "../../builders/people";
import { applicationFacts, pdf, press, renderSection } from "./section-screen";

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const SECTION = "application-category";
const summary = () => screen.getByRole("alert", { name: /需要修改/ });
const built = completeNewLicence();
const filesOf = (section: string) => built.files.filter((file) => file.section === section);

describe("申请类别", () => {
  it("L-4.1.1-02 三个类别各选一个级别；首次申请只能选四级、五级", () => {
    renderSection({ section: SECTION });
    for (const category of ["承装", "承修", "承试"]) {
      const options = within(screen.getByLabelText(category)).getAllByRole("option").map((option) => option.textContent);
      expect(options).toEqual(["不申请", "四级", "五级"]);
    }
  });

  it("L-4.0-01 L-4.1.1-03 承装、承修、承试可以同时选，各自一个级别", async () => {
    const { user, server } = renderSection({ section: SECTION });
    await user.selectOptions(screen.getByLabelText("承装"), "四级");
    await user.selectOptions(screen.getByLabelText("承修"), "五级");
    await user.selectOptions(screen.getByLabelText("承试"), "五级");
    await user.click(press("保存"));
    expect(server.answers(SECTION).items).toEqual({ installation: "4", repair: "5", testing: "5" });
  });

  it.each([
    ["L-4.1.1-04", "合并后申请", "合并协议/决议及市场监管登记证明"],
    ["L-4.1.1-05", "分立后申请", "分立协议/决议及市场监管登记证明"],
  ])("%s 申请性质为%s时须传附件", async (_id, nature, slot) => {
    const { user } = renderSection({ section: SECTION });
    expect(screen.queryByLabelText(`选取文件：${slot}`)).toBeNull();
    await user.click(screen.getByLabelText(nature));
    expect(screen.getByLabelText(`选取文件：${slot}`)).toBeDefined();
    await user.click(press("下一步"));
    expect(await within(await waitFor(summary)).findByText(`${slot}未上传`)).toBeDefined();
  });

  it("L-4.1.1-06 L-4.1.1-07 法定代表人提交：填姓名与证件号，传自行提交的附件", async () => {
    const { user } = renderSection({ section: SECTION });
    await user.click(screen.getByLabelText("法定代表人提交"));
    expect(screen.getByRole("textbox", { name: "提交人姓名" })).toBeDefined();
    expect(screen.getByRole("textbox", { name: "提交人证件号（身份证号）" })).toBeDefined();
    expect(screen.getByLabelText("选取文件：法定代表人自行提交声明及身份证")).toBeDefined();
    expect(screen.queryByLabelText(/授权委托书/)).toBeNull();
  });

  it("L-4.1.1-08 L-4.1.1-09 委托他人提交：填姓名与身份证号，传委托的附件", async () => {
    const { user } = renderSection({ section: SECTION });
    await user.click(screen.getByLabelText("委托他人提交"));
    expect(screen.getByRole("textbox", { name: "提交人姓名" })).toBeDefined();
    expect(screen.getByLabelText("选取文件：授权委托书及委托人、受托人身份证")).toBeDefined();
    expect(screen.queryByLabelText(/自行提交声明/)).toBeNull();
  });

  it("L-4.1.1-10 法人声明在本页上传", async () => {
    const { user } = renderSection({ section: SECTION });
    await user.upload(screen.getByLabelText("选取文件：法定代表人声明"), pdf("声明.pdf"));
    await user.click(press("附件上传：法定代表人声明"));
    expect(await screen.findByRole("link", { name: "声明.pdf" })).toBeDefined();
  });

  it("L-4.1.1-12 【下一步】缺什么就拒绝并说明，已填的照存", async () => {
    const { user, server } = renderSection({ section: SECTION });
    await user.click(screen.getByLabelText("首次申请"));
    await user.type(screen.getByRole("textbox", { name: "提交人姓名" }), "李建华");
    await user.click(press("下一步"));
    const box = await waitFor(summary);
    for (const text of ["申请类别与级别未填写", "提交类型未填写", "提交人证件号（身份证号）未填写", "法定代表人声明未上传"]) {
      expect(within(box).getByText(text)).toBeDefined();
    }
    expect(within(box).getByText(/完成后才能进入“基本情况”/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(navigate).not.toHaveBeenCalled();
    expect(server.answers(SECTION).submitterName).toBe("李建华");
  });

  it("L-4.1.1-11 填齐之后【下一步】进入基本情况", async () => {
    const { submitterName: _, ...answers } = built.answers[SECTION] ?? {};
    const facts = applicationFacts({ answers: { [SECTION]: answers }, files: filesOf(SECTION) });
    const { user } = renderSection({ section: SECTION, facts });
    await user.type(screen.getByRole("textbox", { name: "提交人姓名" }), fictitiousPerson(4).name);
    await user.click(press("下一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(`/applications/${facts.applicationId}/sections/basic-information`));
  });

  it("L-4.1.2-01 申请类别没完成，后面的页签不开放，说明原因并列出还差什么", async () => {
    const facts = applicationFacts({ answers: { [SECTION]: built.answers[SECTION] ?? {} } });
    renderSection({ section: "basic-information", facts });
    expect(await screen.findByText("“基本情况”还没有开放。")).toBeDefined();
    expect(screen.getByRole("link", { name: "法定代表人声明未上传" }).getAttribute("href")).toBe(
      `/applications/${facts.applicationId}/sections/application-category#at-LEGAL_STMT`,
    );
    expect(screen.getByRole("link", { name: "去完成申请类别" })).toBeDefined();
    expect(screen.getAllByText("请先完成申请类别").length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: "保存" })).toBeNull();
  });
});
