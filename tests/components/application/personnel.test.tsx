import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Answers } from "@/lib/forms/answers";
import { maskId } from "@/lib/forms/identifiers";
import type { EngagedPerson } from "@/lib/licensing/people";
import { departureAnswers, entryAnswers, personnelContext, personnelFiles, rosterOfHolder } from "../../builders/personnel";
import { applicationFacts, FakeServer, press, renderSection } from "./section-screen";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }), usePathname: () => "/" }));

const people = rosterOfHolder({ workers: 60 });
const holderOf = (kind: EngagedPerson["kind"]): EngagedPerson => {
  const found = people.findLast((person) => person.kind === kind);
  if (!found) throw new Error(`nobody is ${kind}`);
  return found;
};

function open(section: "departure" | "entry", answers: Answers, files = personnelFiles(answers)) {
  const context = personnelContext(answers, { people, files });
  const facts = applicationFacts({
    business: "personnel-change", label: "人员变更申请", scopeText: "", context, revisions: Object.fromEntries(Object.keys(answers).map((key) => [key, 1])),
    savedAt: Object.fromEntries(Object.keys(answers).map((key) => [key, { at: "2026-11-22T06:00:00.000Z", by: "王丽" }])),
  });
  const submit = vi.fn(async () => ({ ok: true as const, value: { number: facts.number, round: 1, submittedAt: "2026-11-22T06:32:00.000Z", queuePlace: 1 } }));
  return { submit, ...renderSection({ facts, section, actions: { submit }, server: new FakeServer(answers, "personnel-change") }) };
}

describe("人员离职申请", () => {
  it("L-4.7.1-01 L-4.7.1-02 “+”弹出在册人员，号码遮盖、一页二十人；按姓名、身份证号、人员类型【查询】，选一人", async () => {
    const { user } = open("departure", {});
    await user.click(await screen.findByRole("button", { name: /^\+/ }));
    const dialog = await screen.findByRole("dialog", { name: "选择离职人员" });
    expect(within(dialog).getAllByRole("row")).toHaveLength(21);
    expect(within(dialog).getByText(/共 67 人/)).toBeDefined();
    const worker = holderOf("skilledWorker");
    expect(dialog.textContent).not.toContain(worker.idNumber);
    await user.selectOptions(within(dialog).getByLabelText("人员类型"), "电力相关专业技能人员");
    await user.type(within(dialog).getByLabelText("身份证号"), worker.idNumber.slice(6));
    expect(within(dialog).getAllByRole("row")).toHaveLength(21);
    await user.click(within(dialog).getByRole("button", { name: "查询" }));
    expect(within(dialog).getAllByRole("row")).toHaveLength(2);
    expect(within(dialog).getByText(maskId(worker.idNumber))).toBeDefined();
    await user.click(within(dialog).getByRole("button", { name: new RegExp(`选择.*${worker.name}`) }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(`${worker.name}（电力相关专业技能人员，${maskId(worker.idNumber)}）`)).toBeDefined();
    expect(screen.getByRole("textbox", { name: /离职日期/ })).toBeDefined();
  });

  it("L-4.7.1-02 键盘：回车查询，没有符合的说明，Esc 关闭后回到“+”", async () => {
    const { user } = open("departure", {});
    (await screen.findByRole("button", { name: /^\+/ })).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "选择离职人员" });
    await user.type(within(dialog).getByLabelText("姓名"), "查无此人{Enter}");
    expect(within(dialog).getByText("没有符合条件的人员，请换一个条件查询")).toBeDefined();
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L-4.7.1-03 【确认离职】请人确认，【确定】之后提交；提交前说明不再符合的条件", async () => {
    const lead = holderOf("technicalLead");
    const { user, submit } = open("departure", { departure: departureAnswers(lead.idNumber) });
    expect(screen.getByText(/变更之后不再符合许可条件，技术负责人：要求 1 人，现有 0 人/)).toBeDefined();
    expect(screen.queryByRole("checkbox", { name: /真实性/ })).toBeNull();
    await user.click(press("确认离职"));
    const dialog = await screen.findByRole("dialog", { name: "确认离职？" });
    expect(dialog.textContent).toContain(`离职：${lead.name}（技术负责人）`);
    expect(dialog.textContent).toContain("对材料真实性负责");
    expect(submit).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole("button", { name: "确定" }));
    expect(submit).toHaveBeenCalledTimes(1);
    expect(await screen.findByText("提交成功")).toBeDefined();
    expect(screen.getByText(`人员变更申请（离职：${lead.name}（技术负责人））`)).toBeDefined();
  });

  it("L-4.7.1-03 没填完的不能确认，按下去到缺的那一项", async () => {
    const { user, submit } = open("departure", { departure: { person: holderOf("technician").idNumber } }, []);
    await user.click(press("确认离职"));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(/还有 3 项不符合/, { selector: "#why-not" })).toBeDefined();
    expect(submit).not.toHaveBeenCalled();
  });
});

describe("人员入职申请", () => {
  it("L-4.7.2-01 L-4.7.2-02 “+”打开温馨提示，读过之后选人员类型，出现该类型的表单", async () => {
    const { user } = open("entry", {});
    expect(screen.queryByText("人员类型")).toBeNull();
    await user.click(press(/^\+/));
    const dialog = screen.getByRole("dialog", { name: "温馨提示" });
    expect(dialog.textContent).toContain("同一人只能在一家企业任职");
    await user.click(within(dialog).getByRole("button", { name: "已阅读，选择人员类型" }));
    await user.click(screen.getByRole("radio", { name: "电力相关专业技能人员" }));
    expect(screen.getByLabelText(/作业类别/)).toBeDefined();
    expect(screen.queryByLabelText(/职称级别/)).toBeNull();
    await user.click(screen.getByRole("radio", { name: "安全负责人" }));
    expect(await screen.findByLabelText(/职称级别/)).toBeDefined();
    expect(screen.getByRole("button", { name: /培训经历\+/ })).toBeDefined();
    expect(screen.getByRole("button", { name: "温馨提示" })).toBeDefined();
  });

  it("L-4.7.2-04 填写完整的【保存】请人确认，说明随后进入审批；取消的仍是草稿，什么也不丢", async () => {
    const { user, submit } = open("entry", { entry: entryAnswers("technician", 777) });
    await user.click(press("保存"));
    const dialog = await screen.findByRole("dialog", { name: "保存？" });
    expect(dialog.textContent).toMatch(/入职：.+（技术人员）。填写已经完整；确定后进入审批阶段/);
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(submit).not.toHaveBeenCalled();
    await user.click(press("保存"));
    await user.click(within(await screen.findByRole("dialog", { name: "保存？" })).getByRole("button", { name: "确定" }));
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it("L-4.7.2-04 没填完整的【保存】只存草稿，说还差什么", async () => {
    const { user, submit, server } = open("entry", { entry: { ...entryAnswers("technician", 777), post: "" } });
    await user.type(screen.getByLabelText(/毕业院校/), "大学");
    await user.click(press("保存"));
    await waitFor(() => expect(server.commands).toHaveLength(1));
    expect(server.answers("entry").school).toContain("大学");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(submit).not.toHaveBeenCalled();
  });

  it("L-4.7.2-03 号码已在别家使用的：字段退回、说明原因，其余照存，不请人确认", async () => {
    const facts = { entry: { ...entryAnswers("skilledWorker", 777), workerIdNo: "" } };
    const { user, server, submit } = open("entry", facts);
    server.refuse = (command) => (command.patch.fields.some(({ key }) => key === "workerIdNo") ? [{ section: "entry", field: "workerIdNo", message: "该身份证号码已被使用，同一名电工只能登记一次", severity: "blocking", nature: "wrong" }] : []);
    await user.type(screen.getByRole("textbox", { name: /^身份证号码/ }), String(entryAnswers("skilledWorker", 778).workerIdNo));
    await user.click(press("保存"));
    expect((await screen.findAllByText(/该身份证号码已被使用/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(submit).not.toHaveBeenCalled();
  });
});
