import { render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { LicenceHistory } from "@/components/licence/LicenceHistory";
import type { LicenceHistoryEntry } from "@/lib/licensing/licence-views";
import { CaseDesk } from "@/components/review/CaseDesk";
import type { CaseActions } from "@/components/review/types";
import { caseView } from "../review/case-view";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }), usePathname: () => "/" }));

const first: LicenceHistoryEntry = {
  version: 1, reason: "首次发证", ruleSetId: "NDRC-36-2020", ruleSetTitle: "2020年五级", items: [{ category: "installation", level: "5", word: "承装五级", range: "10千伏及以下" }], scopeText: "承装五级",
  holderName: "沈阳甲电力工程有限公司", uscc: "91210102XFAKE501XR", domicile: "沈阳市", legalRep: "赵建国", issuedOn: "2023-06-16", validFrom: "2023-06-16", validTo: "2029-06-15", officeName: "东北监管局",
  recordedOn: "2023-06-16", changes: [], case: { id: "c1", number: "N-1", label: "许可证新申请", readable: true },
};
const second: LicenceHistoryEntry = {
  ...first, version: 2, reason: "许可事项变更", recordedOn: "2026-11-22", changes: [{ label: "承修等级", before: "没有", after: "五级" }], case: { id: "c2", number: "N-2", label: "合并申请", readable: false },
};

describe("许可证的历史", () => {
  it("L-4.3.0-03 每一版都读得到：变了什么、当时的全部内容、由哪件申请而来；打不开的不给链接", () => {
    render(<LicenceHistory versions={[second, first]} hrefOfCase={(id) => `/applications/${id}/history`} />);
    const newest = screen.getByRole("region", { name: "第 2 版：许可事项变更" });
    expect(within(newest).getByText("现行，2026年11月22日")).toBeDefined();
    expect(within(newest).getByRole("rowheader", { name: "承修等级" })).toBeDefined();
    expect(within(newest).queryByRole("link", { name: "N-2" })).toBeNull();
    const oldest = screen.getByRole("region", { name: "第 1 版：首次发证" });
    expect(within(oldest).getByRole("link", { name: "N-1" }).getAttribute("href")).toBe("/applications/c1/history");
    expect(within(oldest).getByText("承装五级（10千伏及以下）")).toBeDefined();
    expect(within(oldest).queryByRole("table")).toBeNull();
  });
});

describe("审查人的案件页", () => {
  const actions = {} as CaseActions;

  it("L-4.3.0-02 变更前后在最前；新申请没有。每一轮都能下载内容与附件", () => {
    const view = render(<CaseDesk view={caseView({ round: 2, amendments: [{ label: "有效期至", before: "2029年6月15日", after: "2035年6月15日" }, { label: "身份证号码", before: "210102********5554", after: "210102********5554" }] })} actions={actions} />);
    const table = screen.getByRole("table", { name: "准予之后的变化" });
    expect(within(table).getByRole("row", { name: /有效期至.*2029年6月15日.*2035年6月15日/ })).toBeDefined();
    expect(within(table).getByText("210102********5554（已变更）")).toBeDefined();
    expect(screen.getAllByRole("link", { name: /次提交的内容（PDF）$/ }).map((link) => link.getAttribute("href"))).toEqual([2, 1].map((round) => `/api/applications/${caseView().applicationId}/rounds/${round}/summary.pdf`));
    view.unmount();
    render(<CaseDesk view={caseView()} actions={actions} />);
    expect(screen.queryByRole("table", { name: "准予之后的变化" })).toBeNull();
  });
});
