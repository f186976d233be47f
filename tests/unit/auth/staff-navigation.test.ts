import { describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { administrationPages } from "@/lib/auth/administration-pages";
import { staffHome, staffNavigation } from "@/lib/auth/staff-navigation";
import { codesOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";

const actor = (...roles: StaffRoleCode[]): StaffActor => ({ kind: "staff", accountId: "a", sessionId: "s", name: "某", officeCode: "NEEB", roles });

describe("内网的栏目", () => {
  it("L-6-01 系统管理的各页收在一个栏目之下，别的岗位没有这个栏目，也看不到人员", () => {
    const bar = staffNavigation(actor("administrator"));
    const administration = bar.find(({ label }) => label === "系统管理");
    expect(bar.length).toBeLessThanOrEqual(5);
    expect([administration?.href, ...(administration?.also ?? [])]).toEqual(administrationPages(actor("administrator")).map(({ href }) => href));
    for (const role of codesOf(staffRoles).filter((one) => one !== "administrator")) {
      expect(administrationPages(actor(role)).map(({ href }) => href)).not.toContain("/admin/people");
      expect(administrationPages(actor(role)).map(({ href }) => href)).not.toContain("/admin/settings");
    }
  });

  it("L-5.2.1-01 L-5.3.1-01 受理岗从栏目“好差评”进生成二维码的页；好差评管理员只有一个“好差评”；不管码的没有", () => {
    const rating = (...roles: StaffRoleCode[]) => staffNavigation(actor(...roles)).filter(({ label }) => label === "好差评").map(({ href }) => href);
    expect(rating("intake")).toEqual(["/admin/evaluations/codes/visit"]);
    expect(staffNavigation(actor("intake")).find(({ label }) => label === "好差评")?.also, "一事一评的码").toEqual(["/admin/evaluations/codes"]);
    for (const roles of [["evaluationOfficer"], ["intake", "evaluationOfficer"], ["administrator"]] as const) expect(rating(...roles)).toEqual(["/admin/evaluations"]);
    for (const role of ["examiner", "secondReviewer", "signer", "auditor"] as const) expect(rating(role)).toEqual([]);
  });

  it("L-6-01 每个岗位都有首页；栏目的地址不重复", () => {
    for (const role of codesOf(staffRoles)) {
      const hrefs = staffNavigation(actor(role), 1, 1).flatMap(({ href, also = [] }) => [href, ...also]);
      expect(new Set(hrefs).size).toBe(hrefs.length);
      expect(staffHome(actor(role))).toMatch(/^\/admin\//);
    }
  });
});
