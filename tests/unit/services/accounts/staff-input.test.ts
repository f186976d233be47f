import { describe, expect, it } from "vitest";
import { ChangeStaffInput } from "@/lib/services/accounts/change-staff";
import { CreateStaffInput } from "@/lib/services/accounts/staff-accounts";

const placesIn = (parsed: ReturnType<typeof CreateStaffInput.safeParse> | ReturnType<typeof ChangeStaffInput.safeParse>) => (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);

describe("一位内网人员填得不对的", () => {
  const wanted = { login: "lixin_01", name: "李新", mobile: "", officeCode: "NEEB", posts: ["intake" as const] };
  const person = { ...wanted, accountId: "0193f000-0000-7000-8000-000000000001", version: "v1" };

  it("issue 5 境外的号码、没有选机构与岗位，一次说全；新建与变更一样", () => {
    const faults = ["mobile 请输入正确的手机号码", "officeCode 请选择派出机构", "posts 请至少选择一个岗位"];
    const wrong = { mobile: "+1 415 555 0100", officeCode: "", posts: [] };
    expect(placesIn(CreateStaffInput.safeParse({ ...wanted, ...wrong }))).toEqual(faults);
    expect(placesIn(ChangeStaffInput.safeParse({ ...person, ...wrong }))).toEqual(faults);
  });

  it("issue 5 审计员兼任别的，也与别的错处一起说", () => {
    expect(placesIn(CreateStaffInput.safeParse({ ...wanted, name: "", posts: ["intake", "auditor"] }))).toEqual(["name 请输入姓名", "posts 审计员不能兼任别的岗位"]);
  });

  it("issue 5 没有填的、写法不同的、遮盖着的原号码都收", () => {
    for (const mobile of ["", "+86 139 0000 1234"]) expect(placesIn(CreateStaffInput.safeParse({ ...wanted, mobile }))).toEqual([]);
    expect(placesIn(ChangeStaffInput.safeParse({ ...person, mobile: "139****1234" }))).toEqual([]);
  });
});
