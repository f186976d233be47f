import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/auth/client-address";
import { contentPolicy } from "@/lib/auth/content-policy";
import { audienceOf, redirectFor } from "@/lib/auth/gate";
import { localPath } from "@/lib/auth/local-path";
import { loginPath } from "@/lib/auth/login-path";

const enterprisePages = ["/home", "/applications", "/applications/1/sections/technicians", "/profile/password", "/licences", "/evaluations/1", "/messages"];
const staffPages = ["/admin", "/admin/queue", "/admin/applications/1", "/admin/outbox", "/admin/settings"];
const openPages = ["/", "/login", "/register", "/register/form", "/recover-password", "/invitation/abc", "/verify/2-1-00001-2026", "/guides/new-licence", "/admin/login"];

describe("分开企业与内网", () => {
  it.each(enterprisePages)("P-1-04 P-1-05 %s 要企业账号", (path) => {
    expect(redirectFor(path, "", "enterprise")).toBeUndefined();
    expect(redirectFor(path, "", undefined)).toMatch(/^\/login(\?.*)?$/);
    expect(redirectFor(path, "", "staff")).toContain("reason=audience");
  });

  it.each(staffPages)("P-1-04 P-1-06 L-6-01 %s 要内网账号，企业账号被带到内网登录页并说明", (path) => {
    expect(redirectFor(path, "", "staff")).toBeUndefined();
    expect(redirectFor(path, "", undefined)).toMatch(/^\/admin\/login\?/);
    expect(redirectFor(path, "", "enterprise")).toMatch(/^\/admin\/login\?.*reason=audience/);
  });

  it.each(openPages)("L-3.2-01 %s 不必登录", (path) => expect(redirectFor(path, "", undefined)).toBeUndefined());

  it("P-1-04 名字相近的地址不混淆", () => {
    expect(audienceOf("/administration")).toBeUndefined();
    expect(audienceOf("/homepage")).toBeUndefined();
    expect(audienceOf("/admin/login/x")).toBeUndefined();
    expect(audienceOf("/admin/loginx")).toBe("staff");
  });

  it("登录后回到原处，查询串也在", () => {
    expect(loginPath("enterprise", "/applications/1?tab=2", "required")).toBe("/login?callbackUrl=%2Fapplications%2F1%3Ftab%3D2&reason=required");
    expect(loginPath("enterprise", "/home", "ended")).toBe("/login?reason=ended");
  });
});

describe("回来的路", () => {
  it.each(["https://evil.cn", "//evil.cn", "/\\evil.cn", "/\t/evil.cn", "javascript:alert(1)", "", undefined, ["/a"]])("不跟 %j", (value) => expect(localPath(value, "/home")).toBe("/home"));
  it("任何输入解析后都在本站", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((text) => `/${text}`)), (value) => new URL(localPath(value, "/"), "http://portal.test").origin === "http://portal.test"));
  });
});

describe("访客地址", () => {
  it("只认服务进程写下的，不认访客能写的", () => {
    expect(clientAddress(new Headers({ "x-client-address": "203.0.113.7", "x-forwarded-for": "1.1.1.1" }))).toBe("203.0.113.7");
    expect(clientAddress(new Headers({ "x-forwarded-for": "1.1.1.1" }))).toBe("unknown");
  });
});

describe("内容安全策略", () => {
  const policy = (change = {}) => contentPolicy({ nonce: "abc", development: false, uploadThing: false, ...change });
  it("P-1-04 生产环境没有任何 unsafe，脚本只认 nonce", () => {
    expect(policy()).not.toContain("unsafe");
    expect(policy()).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'", "connect-src 'self';"]) expect(policy()).toContain(part);
  });
  it("没有 nonce 时不许任何脚本", () => expect(policy({ nonce: "" })).toMatch(/script-src 'none'; style-src 'self';/));
  it("用 UploadThing 时才放行它的主机", () => expect(policy({ uploadThing: true })).toContain("connect-src 'self' https://*.uploadthing.com"));
});
