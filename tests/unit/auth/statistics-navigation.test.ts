import { expect, it } from "vitest";
import { staffNavigation } from "@/lib/auth/staff-navigation";
import { codesOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";

it("issue 5 统计一栏：复审、签发、系统管理员、审计员看得到，别的岗位没有；它不成为任何人的首页", () => {
  const seen = codesOf(staffRoles).filter((role) => {
    const links = staffNavigation({ kind: "staff", accountId: "a", sessionId: "s", name: "某", officeCode: "NEEB", roles: [role] }).map(({ label }) => label);
    expect(links[0]).not.toBe("统计");
    return links.includes("统计");
  });
  expect(seen).toEqual(["secondReviewer", "signer", "administrator", "auditor"]);
});
