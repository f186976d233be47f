import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ParticularsHistory } from "@/components/account/ParticularsHistory";
import { revealTarget } from "@/components/ui/reveal-target";
import { changedLines } from "@/lib/enterprise/changed-lines";
import { anchorOf } from "@/lib/forms/issue";
import { CHANGES_SECTION, unchangedAnswers } from "@/lib/licensing/particulars-changes";
import { render } from "@testing-library/react";
import { heldLicence } from "../../builders/licence";
import { enterpriseFacts } from "../../builders/new-licence";
import { fictitiousPerson } from "../../builders/people";
import { applicationFacts, press, renderSection } from "./section-screen";

const navigate = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: navigate, replace: navigate, refresh: vi.fn() }), usePathname: () => "/" }));

beforeEach(() => {
  navigate.mockReset();
  localStorage.clear();
});

const enterprise = enterpriseFacts();

function facts(changes: Record<string, string> = {}) {
  const base = applicationFacts({ business: "registration-change", label: "登记事项变更", scopeText: "", answers: { [CHANGES_SECTION]: { ...unchangedAnswers(enterprise), ...changes } } });
  const actions = [{ action: "submit" as const, label: "提交", needs: [], tone: "primary" as const }];
  return { ...base, actions, context: { ...base.context, licence: heldLicence() } };
}

const item = (name: string) => screen.getByRole("row", { name: new RegExp(`^${name}`) });
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } });

describe("登记事项变更的页面", () => {
  it("L-4.2.1-01 L-4.2.2-01 L-4.2.2-08 L-4.2.3-01 目录依次为基本情况、申请变更内容、申请附件及明细；【下一步】从变更内容到附件", async () => {
    const { user, facts: given } = renderSection({ section: CHANGES_SECTION, facts: facts() });
    const [directory] = screen.getAllByRole("navigation", { name: /申请目录/ });
    expect(within(directory as HTMLElement).getAllByRole("link").map((link) => link.textContent)).toEqual([
      expect.stringContaining("基本情况"), expect.stringContaining("申请变更内容"), expect.stringContaining("申请附件及明细"),
    ]);
    await user.click(press("下一步"));
    await waitFor(() => expect(navigate).toHaveBeenCalledWith(`/applications/${given.applicationId}/sections/change-attachments`));
  });

  it("L-4.2.1-06 L-4.2.1-07 基本情况的申请信息只读", () => {
    renderSection({ section: "change-applicant", facts: facts() });
    for (const label of ["单位名称", "法人执照（证书）编号", "申请性质", "原许可证号", "原申请类别和等级", "通讯地址", "邮政编码"]) {
      expect((screen.getByLabelText(new RegExp(`^${label.replace(/[（）]/g, (c) => `\\${c}`)}`)) as HTMLInputElement).readOnly).toBe(true);
    }
    expect((screen.getByLabelText(/^身份证号码/) as HTMLInputElement).readOnly).toBe(false);
  });

  it("L-4.2.1-02 L-4.2.1-03 L-4.2.1-04 L-4.2.1-05 基本情况：选取文件、附件上传、【保存】存下填的", async () => {
    const { user, server } = renderSection({ section: "change-applicant", facts: facts() });
    await user.click(screen.getByRole("radio", { name: "法定代表人提交" }));
    type("提交人姓名", "赵建国");
    type("身份证号码", fictitiousPerson(900_001).residentId);
    const slot = "法定代表人自行提交声明及身份证";
    await user.upload(screen.getByLabelText(`选取文件：${slot}`), new File(["%PDF-1.7"], "声明.pdf", { type: "application/pdf" }));
    await user.click(screen.getByRole("button", { name: `附件上传：${slot}` }));
    expect(await screen.findByRole("link", { name: /声明\.pdf/ })).toBeDefined();
    await user.click(press("保存"));
    await waitFor(() => expect(server.answers("change-applicant")).toMatchObject({ submitterType: "legalRepresentative", submitterName: "赵建国" }));
  });

  it("L-4.2.2-04 L-4.2.2-05 变更前只是文字、号码遮盖；变更后已按原值填好", () => {
    renderSection({ section: CHANGES_SECTION, facts: facts() });
    const table = screen.getByRole("table", { name: "变更前与变更后" });
    expect(within(table).getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["登记事项", "变更前", "变更后"]);
    const [before, after] = within(item("法定代表人 ")).getAllByRole("cell");
    expect(before?.textContent).toBe("赵建国");
    expect(within(before as HTMLElement).queryByRole("textbox")).toBeNull();
    expect((within(after as HTMLElement).getByRole("textbox") as HTMLInputElement).value).toBe("赵建国");
    expect(item("法定代表人证件号码").textContent).toContain("****");
    expect(screen.getByText("还没有修改")).toBeDefined();
  });

  it("L-4.2.0-03 L-4.2.2-02 几项一起改：改了的整行标出、可恢复，只存改了的几处", async () => {
    const { user, server } = renderSection({ section: CHANGES_SECTION, facts: facts() });
    type("变更后单位名称", "沈阳新名电力有限公司");
    type("变更后住所", "沈阳市浑南区创新路9号");
    type("变更后企业类型", "institution");
    expect(await screen.findByText("已修改 3 项，其余 3 项不变")).toBeDefined();
    expect(item("单位名称").className).toContain("is-chg");
    await user.click(screen.getByRole("button", { name: /^恢复原值 ?：企业类型$/ }));
    expect(await screen.findByText("已修改 2 项，其余 4 项不变")).toBeDefined();
    expect((screen.getByLabelText(/^变更事项/) as HTMLInputElement).value).toBe("法人名称、住所");
    await user.click(press("保存"));
    await waitFor(() => expect(server.commands).toHaveLength(1));
    expect(server.commands[0]?.patch.fields.map(({ key }) => key).toSorted()).toEqual(["afterDomicile", "afterUnitName"]);
  });

  it("L-4.2.2-05 【只看已修改】只留改了的行，填的、改的都不丢；恢复原值的一行不当即消失，去掉勾选又是全部", async () => {
    const { user, server } = renderSection({ section: CHANGES_SECTION, facts: facts() });
    const shown = () => within(screen.getByRole("table", { name: "变更前与变更后" })).getAllByRole("rowheader").map((cell) => cell.textContent);
    const only = screen.getByRole("checkbox", { name: "只看已修改" }) as HTMLInputElement;
    await user.click(only);
    expect(screen.getByText(/还没有修改的项目/)).toBeDefined();
    await user.click(only);
    expect(shown()).toHaveLength(6);
    type("变更后单位名称", "沈阳新名电力有限公司");
    type("变更后住所", "沈阳市浑南区创新路9号");
    only.focus();
    await user.keyboard(" ");
    expect(only.checked).toBe(true);
    expect(shown()).toEqual(["单位名称", "住所（营业执照地址/营业场所）"]);
    await user.click(screen.getByRole("button", { name: /^恢复原值 ?：住所/ }));
    expect(shown(), "还在原处，可以接着改").toEqual(["单位名称", "住所（营业执照地址/营业场所）"]);
    expect(await screen.findByText("已修改 1 项，其余 5 项不变")).toBeDefined();
    await user.click(press("保存"));
    await waitFor(() => expect(server.commands[0]?.patch.fields.map(({ key }) => key)).toEqual(["afterUnitName"]));
    await user.click(only);
    expect(shown()).toHaveLength(6);
    expect((screen.getByLabelText(/^变更后单位名称/) as HTMLInputElement).value).toBe("沈阳新名电力有限公司");
    expect((screen.getByLabelText(/^变更后企业类型/) as HTMLSelectElement).value).not.toBe("");
  });

  it("L-4.2.2-05 错误指到收起的一行时打开全部，光标到那里", async () => {
    const { user } = renderSection({ section: CHANGES_SECTION, facts: facts() });
    type("变更后单位名称", "沈阳新名电力有限公司");
    await user.click(screen.getByRole("checkbox", { name: "只看已修改" }));
    expect(screen.queryByLabelText(/^变更后住所/)).toBeNull();
    revealTarget(anchorOf({ field: "afterDomicile" }));
    expect(await screen.findByLabelText(/^变更后住所/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^变更后住所/)));
    expect((screen.getByRole("checkbox", { name: "只看已修改" }) as HTMLInputElement).checked).toBe(false);
  });

  it("L-4.2.2-03 证件号码不合法，离开就说在旁边；什么都没改，保存后说至少改一项", async () => {
    const { user } = renderSection({ section: CHANGES_SECTION, facts: facts() });
    const number = screen.getByLabelText(/^变更后法定代表人证件号码/);
    fireEvent.change(number, { target: { value: "210102198001011234" } });
    fireEvent.blur(number);
    await user.click(press("保存"));
    expect((await within(item("法定代表人证件号码")).findAllByText(/证件号码|身份证/)).length).toBeGreaterThan(0);
    expect(number.getAttribute("aria-invalid")).toBe("true");
    await user.click(screen.getByRole("button", { name: /^恢复原值 ?：法定代表人证件号码$/ }));
    await user.click(press("保存"));
    expect((await screen.findAllByText("变更后与变更前完全相同，请至少修改一项")).length).toBeGreaterThan(0);
  });

  it("L-4.2.3-02 L-4.2.3-04 L-4.2.3-05 L-4.2.3-06 末页可选取文件、上传、保存；缺的逐项列出，【提交】被挡住", () => {
    renderSection({ section: "change-attachments", facts: facts({ afterLegalRep: "孙新", afterLegalRepId: fictitiousPerson(900_002).residentId }) });
    expect(screen.getByLabelText("选取文件：登记事项变更申请表")).toBeDefined();
    expect(screen.getByText(/本次变更：法定代表人/)).toBeDefined();
    expect(press("保存")).toBeDefined();
    const unmet = document.getElementById("unmet")?.textContent;
    for (const name of ["登记事项变更申请表", "变更后营业执照/法人证书", "新法定代表人身份证明"]) expect(unmet).toContain(name);
    expect(press("提交").getAttribute("aria-disabled")).toBe("true");
  });

  it("L-4.2.2-07 登记变更记录：以前的内容留着，号码遮盖，通到那件申请", () => {
    const lines = changedLines({ legalRep: "赵建国", legalRepId: enterprise.legalRepId }, { legalRep: "孙新", legalRepId: fictitiousPerson(900_002).residentId });
    render(<ParticularsHistory changes={[{ id: "c1", caseId: "a1", effectiveOn: "2026-11-20", changes: lines }]} />);
    const rows = within(screen.getByRole("table", { name: "历次登记事项变更" })).getAllByRole("row").slice(1).map((row) => row.textContent);
    expect(rows).toEqual([expect.stringMatching(/^法定代表人赵建国孙新2026年11月20日/), expect.stringMatching(/^法定代表人证件号码\d{6}\*+\d{4}/)]);
    expect(screen.getByRole("link", { name: /^办理经过 ?：法定代表人$/ }).getAttribute("href")).toBe("/applications/a1/history");
    render(<ParticularsHistory changes={[]} />);
    expect(screen.getByText("还没有办理过登记事项变更。")).toBeDefined();
  });
});
