import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config } from "@/middleware";

const [matcher = ""] = config.matcher;
const passes = (path: string): boolean => new RegExp(`^${matcher}$`).test(path);

describe("中间件管哪些地址（decisions 25）", () => {
  it.each(["/", "/login", "/admin/queue/intake", "/verify/4-1-00033-2006", "/verify/x.svg", "/anything.txt", "/admin/login.png", "/applications/a.ico", "/icon.svg/x", "/verify/icon.svg"])("P-1-04 %s 有内容安全策略", (path) =>
    expect(passes(path)).toBe(true));

  it.each(["/api/upload", "/_next/static/chunks/a.js", ...readdirSync("public").map((name) => `/${name}`)])("%s 不经过", (path) => expect(passes(path)).toBe(false));
});
