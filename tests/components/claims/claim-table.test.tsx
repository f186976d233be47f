import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ClaimTable } from "@/components/claims/ClaimTable";
import type { ClaimRow } from "@/lib/enterprise/claims";

const own: ClaimRow = {
  id: "1", enterpriseName: "沈阳导入电力工程有限公司", uscc: "91210102MA0CNP7N5Y", applicant: "认领人", mobile: "139****0008", state: "pending", stateWord: "待核实",
  createdAt: "2026-11-20T01:00:00.000Z", dueOn: "2026-12-01", overdue: false,
};

describe("认领申请的列表（决定二十八）", () => {
  it("L-6-01 代没有系统管理员的机构核实的，说明是哪个机构；本机构的不说", () => {
    render(<ClaimTable caption="待核实" rows={[own, { ...own, id: "2", enterpriseName: "太原导入电力工程有限公司", standsInFor: "国家能源局山西监管办公室" }]} />);
    expect(screen.getByRole("rowheader", { name: /^太原导入电力工程有限公司\s*（国家能源局山西监管办公室，那里没有系统管理员）$/ })).toBeTruthy();
    expect(screen.getByRole("rowheader", { name: "沈阳导入电力工程有限公司" })).toBeTruthy();
  });

  it("L-6-01 过了核实期限的用字说明", () => {
    render(<ClaimTable caption="待核实" rows={[{ ...own, overdue: true }]} />);
    expect(screen.getByRole("row", { name: /2026年12月1日，已过/ })).toBeTruthy();
  });
});
