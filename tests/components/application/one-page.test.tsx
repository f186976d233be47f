import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AttachedFile } from "@/lib/forms/answers";
import type { BusinessCode } from "@/lib/terms/businesses";
import { heldLicence } from "../../builders/licence";
import { fictitiousPerson } from "../../builders/people";
import { applicationFacts, press, renderSection } from "./section-screen";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => localStorage.clear());

const submitter = { submitterType: "legalRepresentative", submitterName: "赵建国", submitterId: fictitiousPerson(900_001).residentId };
const file = (section: string, slot: string): AttachedFile => ({ id: `${section}-${slot}`, section, slot, name: `${slot}.pdf`, size: 10, mediaType: "application/pdf" });

function facts(business: BusinessCode, label: string, answers: Record<string, string | string[]>, slots: string[] = []) {
  const base = applicationFacts({ business, label, answers: { [business]: { ...submitter, ...answers } }, files: slots.map((slot) => file(business, slot)) });
  return { ...base, context: { ...base.context, licence: heldLicence() } };
}

const damaged = { kind: "damaged", part: ["original"], reason: "正本受潮，字迹不能辨认，申请补证" };
/** 两个名称是同一个按钮：看见的是【资料提交】，读出来还有【进入资料提交排队】。 */
const SUBMIT = /^资料提交 ?（进入资料提交排队）$/;
const choose = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe("只有一页的业务", () => {
  it("L-4.5.1-01 L-4.5.1-07 补（换）证在一页里填写；申请类别一换，要填要交的跟着换", async () => {
    renderSection({ section: "reissue", facts: facts("reissue", "许可证补（换）证申请", damaged) });
    expect(screen.getByRole("heading", { level: 1, name: "补（换）证申请" })).toBeDefined();
    expect(screen.queryByLabelText(/^遗失声明刊登媒体/)).toBeNull();
    expect(screen.getByLabelText("选取文件：损毁的或要换的许可证原件")).toBeDefined();
    choose(/^申请类别/, "lost");
    expect(await screen.findByLabelText(/^遗失声明刊登媒体/)).toBeDefined();
    expect(screen.getByLabelText("选取文件：遗失声明")).toBeDefined();
    expect(screen.queryByLabelText("选取文件：损毁的或要换的许可证原件")).toBeNull();
  });

  it("L-4.5.1-02 L-4.5.1-03 L-4.5.1-04 L-4.5.1-08 【资料提交】即【进入资料提交排队】：先存下没存的，提交后说第几位", async () => {
    const { user, server } = renderSection({ section: "reissue", facts: facts("reissue", "许可证补（换）证申请", damaged, ["RI_FORM", "BIZ_LIC", "REP_ID", "RI_OLD"]) });
    choose(/^原因说明/, "正本受潮，字迹完全不能辨认，申请补发一份");
    await user.click(screen.getByLabelText("本单位对材料真实性负责"));
    await user.click(press(SUBMIT));
    await user.click(within(await screen.findByRole("dialog", { name: "资料提交？" })).getByRole("button", { name: "确定资料提交" }));
    expect(server.answers("reissue").reason).toBe("正本受潮，字迹完全不能辨认，申请补发一份");
    expect(await screen.findByText("第 4 位")).toBeDefined();
  });

  it("L-4.5.1-05 L-4.5.1-06 缺的逐项列出，不能提交", () => {
    renderSection({ section: "reissue", facts: facts("reissue", "许可证补（换）证申请", damaged) });
    const unmet = document.getElementById("unmet")?.textContent;
    for (const name of ["补（换）证申请表", "营业执照", "损毁的或要换的许可证原件"]) expect(unmet).toContain(name);
    expect(press(/^资料提交/).getAttribute("aria-disabled")).toBe("true");
  });

  it("L-4.6-01 L-4.6-07 L-4.6-08 L-4.6-09 注销：企业信息与联系方式只读，链接到“我的信息”—“企业信息修改”", () => {
    renderSection({ section: "cancellation", facts: facts("cancellation", "许可证注销", {}) });
    for (const name of ["企业信息", "联系方式"]) {
      const group = screen.getByRole("group", { name });
      const boxes = within(group).getAllByRole("textbox") as HTMLInputElement[];
      expect(boxes.length).toBeGreaterThan(3);
      expect(boxes.every((box) => box.readOnly)).toBe(true);
      expect(within(group).getByRole("link", { name: "“我的信息”—“企业信息修改”" }).getAttribute("href")).toBe("/profile");
    }
  });

  it("L-4.6-02 L-4.6-10 L-4.6-11 注销事项由企业填写、带 * 必填，【保存】存下，缺的说出来", async () => {
    const { user, server } = renderSection({ section: "cancellation", facts: facts("cancellation", "许可证注销", {}) });
    const group = screen.getByRole("group", { name: "注销事项" });
    expect(within(group).getByLabelText(/^注销事由/).getAttribute("aria-required")).toBe("true");
    choose(/^注销事由/, "dissolved");
    await user.click(press("保存"));
    await waitFor(() => expect(server.answers("cancellation")).toMatchObject({ ground: "dissolved" }));
    expect((await screen.findAllByText("注销事项未填写")).length).toBeGreaterThan(0);
    expect(screen.getByLabelText("选取文件：股东会决议或终止证明")).toBeDefined();
  });

  it("L-4.6-03 L-4.6-04 L-4.6-05 L-4.6-06 填好、传好之后可以提交", async () => {
    const filled = { ground: "voluntary", detail: "经营方向调整，不再从事许可活动。", paperLicence: "none" };
    renderSection({ section: "cancellation", facts: facts("cancellation", "许可证注销", filled, ["CA_FORM"]) });
    expect(screen.getByText("全部符合，可以提交。")).toBeDefined();
    expect(press(SUBMIT)).toBeDefined();
  });
});
