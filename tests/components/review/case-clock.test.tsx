import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ApplicationStatus } from "@/components/application/ApplicationStatus";
import { caseSteps, holderSentence } from "@/components/application/case-steps";
import { CaseHead } from "@/components/review/CaseHead";
import { noticeText } from "@/lib/licensing/notices";
import { caseView } from "./case-view";

const accepted = { state: "underReview", stateWord: "审查中", stage: "review", dueOn: "2027-01-05", promisedDueOn: "2027-01-05", statutoryDueOn: "2027-01-12" } as const;

describe("决定十七 期限的显示", () => {
  it("案件页承诺与法定都在，落在未公布年份的标暂定；停着表说自哪天起、为什么", () => {
    const { rerender, container } = render(<CaseHead view={caseView({ ...accepted, due: { word: "剩 4", tone: "green", note: "法定 01-12暂定" }, provisional: ["2027-01-12"] })} />);
    expect(container.textContent).toContain("承诺 1月5日，法定 1月12日（暂定）");
    expect(screen.getByText("审查中，剩 4 个工作日")).toBeTruthy();
    expect(container.textContent).not.toContain("停表");
    rerender(<CaseHead view={caseView({ ...accepted, due: { word: "暂停计时", tone: "paused", note: "自 11-20 起" }, paused: { since: "2026-11-20", why: "现场核查" } })} />);
    expect(container.textContent).toMatch(/自11月20日起停表，现场核查/);
  });

  it("企业一侧的期限也标暂定：状态、时间线、现在由谁办、通知", () => {
    const facts = { state: "correction", stateWord: "待补正", stageDueOn: "2027-01-05", remainingWorkingDays: 4 } as const;
    const { container } = render(<ApplicationStatus facts={{ ...facts, dueProvisional: true }} />);
    expect(container.textContent).toMatch(/1月5日（暂定）前提交/);
    const standing = { state: "submitted", stageDueOn: "2027-01-05", dueProvisional: true } as const;
    expect(holderSentence(standing, "东北监管局")).toMatch(/1月5日（暂定）前答复是否受理/);
    expect(caseSteps(standing).find(({ state }) => state === "now")?.note).toMatch(/1月5日（暂定）前$/);
    expect(caseSteps({ ...standing, dueProvisional: false }).find(({ state }) => state === "now")?.note).not.toContain("暂定");
    const subject = { caseId: "c", number: "N", business: "许可证新申请", office: "东北监管局" };
    expect(noticeText("accepted", subject, { dueOn: "2027-01-05", dueProvisional: true }).body).toContain("承诺2027年1月5日（暂定）前办结");
    expect(noticeText("accepted", subject, { dueOn: "2027-01-05" }).body).toContain("承诺2027年1月5日前办结");
  });
});
