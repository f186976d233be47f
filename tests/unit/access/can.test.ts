import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { authorise, can, type Deed, requireEnterprise, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { codesOf } from "@/lib/terms/option-map";
import { enterpriseRoles, staffRoles } from "@/lib/terms/roles";

const enterprise = (roles: EnterpriseActor["roles"], enterpriseId = "e1"): EnterpriseActor => ({ kind: "enterprise", accountId: "a", sessionId: "s", name: "钱丽", enterpriseId, roles });
const staff = (roles: StaffActor["roles"], officeCode = "4"): StaffActor => ({ kind: "staff", accountId: "b", sessionId: "s", name: "周岗", officeCode, roles });
const anyone: Actor = { kind: "public", address: "127.0.0.1" };
const system: Actor = { kind: "system", name: "定时任务" };

const staffOnly: Deed[] = ["application.review", "outbox.read", "audit.read", "settings.edit", "staff.manage", "evaluation.read"];
const enterpriseOnly: Deed[] = ["application.edit", "application.submit", "enterprise.edit", "colleague.invite"];
const deeds: Deed[] = [...staffOnly, ...enterpriseOnly, "application.read", "enterprise.read", "licence.read"];

describe("唯一的权限判断", () => {
  it("L-6-01 企业与内网互不越界：没有哪个角色做得了另一侧的事", () => {
    for (const deed of staffOnly) expect(can(enterprise(codesOf(enterpriseRoles)), deed)).toBe(false);
    for (const deed of enterpriseOnly) expect(can(staff(codesOf(staffRoles)), deed)).toBe(false);
  });

  it("公众什么也不能，后台任务都能", () => {
    for (const deed of deeds) expect([can(anyone, deed), can(system, deed)]).toEqual([false, true]);
  });

  it("填报人不能提交，提交人与管理员能；只有管理员改企业信息、邀请同事", () => {
    expect(can(enterprise(["filler"]), "application.edit")).toBe(true);
    expect(can(enterprise(["filler"]), "application.submit")).toBe(false);
    for (const role of ["submitter", "owner"] as const) expect(can(enterprise([role]), "application.submit")).toBe(true);
    for (const deed of ["enterprise.edit", "colleague.invite"] as const) {
      expect([can(enterprise(["submitter"]), deed), can(enterprise(["filler"]), deed), can(enterprise(["owner"]), deed)]).toEqual([false, false, true]);
    }
  });

  it("发件箱与设置只有系统管理员；审计员看不了案件", () => {
    for (const role of codesOf(staffRoles)) {
      expect(can(staff([role]), "outbox.read")).toBe(role === "administrator");
      expect(can(staff([role]), "settings.edit")).toBe(role === "administrator");
      expect(can(staff([role]), "staff.manage")).toBe(role === "administrator");
    }
    expect(can(staff(["auditor"]), "application.read")).toBe(false);
  });

  it("审计只给审计员，系统管理员也看不了；兼任的什么也办不了", () => {
    for (const role of codesOf(staffRoles)) expect(can(staff([role]), "audit.read")).toBe(role === "auditor");
    fc.assert(fc.property(fc.constantFrom(...deeds), fc.subarray(codesOf(staffRoles).filter((role) => role !== "auditor"), { minLength: 1 }), (deed, others) => {
      expect(can(staff(["auditor", ...others]), deed)).toBe(false);
    }));
  });

  it("任何角色都碰不到别家企业、别的派出机构的记录", () => {
    fc.assert(
      fc.property(fc.constantFrom(...deeds), fc.subarray(codesOf(enterpriseRoles)), fc.subarray(codesOf(staffRoles)), (deed, own, office) => {
        expect(can(enterprise(own), deed, { enterpriseId: "e2" })).toBe(false);
        expect(can(staff(office), deed, { officeCode: "5" })).toBe(false);
        expect(can(enterprise(own), deed, { enterpriseId: null })).toBe(false);
        expect(can(enterprise(own), deed, { enterpriseId: "e1" })).toBe(can(enterprise(own), deed));
      }),
    );
  });

  it("没有角色的账号什么也不能", () => {
    for (const deed of deeds) expect([can(enterprise([]), deed), can(staff([]), deed)]).toEqual([false, false]);
  });
});

describe("拒绝", () => {
  const refusal = (run: () => void): Refusal => {
    try {
      run();
    } catch (error) {
      if (error instanceof Refusal) return error;
    }
    throw new Error("没有拒绝");
  };

  it("别家的记录答「没有找到」，不泄露其存在；没有角色答没有权限；未登录答请先登录", () => {
    expect(refusal(() => authorise(enterprise(["owner"]), "application.read", { enterpriseId: "e2" }, "这件申请"))).toMatchObject({ status: 404, message: "没有找到这件申请" });
    expect(refusal(() => authorise(enterprise(["filler"]), "application.submit"))).toMatchObject({ status: 403 });
    expect(refusal(() => authorise(anyone, "application.read"))).toMatchObject({ status: 401 });
    expect(() => authorise(enterprise(["owner"]), "application.read", { enterpriseId: "e1" })).not.toThrow();
  });

  it("L-6-01 走错门的账号被请回", () => {
    expect(requireEnterprise(enterprise(["owner"])).enterpriseId).toBe("e1");
    expect(requireStaff(staff(["intake"])).officeCode).toBe("4");
    expect(refusal(() => requireEnterprise(staff(["intake"]))).message).toContain("企业账号");
    expect(refusal(() => requireStaff(enterprise(["owner"]))).message).toContain("内网账号");
    expect(refusal(() => requireStaff(anyone)).status).toBe(401);
    expect(refusal(() => requireEnterprise(system)).status).toBe(403);
  });

  it("每种拒绝都是 4xx 或 503，从不是 500", () => {
    for (const code of ["invalid", "unauthenticated", "forbidden", "notFound", "conflict", "tooMany", "unavailable"] as const) {
      const { status } = new Refusal(code, "请重试");
      expect(status === 503 || (status >= 400 && status < 500)).toBe(true);
    }
    expect([notFound("企业").message, forbidden().code]).toEqual(["没有找到企业", "forbidden"]);
    expect(new Refusal("invalid", "请更正", { fields: { name: "请填写" } }).fields).toEqual({ name: "请填写" });
  });
});
