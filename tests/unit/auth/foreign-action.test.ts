import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { middleware } from "@/middleware";

const call = (headers: Record<string, string>) => middleware(new NextRequest("http://portal.test/home", { method: "POST", headers: { host: "portal.test", ...headers } }));

describe("T9 别的网站发来的服务端动作（决定二十四）", () => {
  it.each([["外站", { origin: "https://evil.example" }], ["null", { origin: "null" }], ["没有来源", {}]])("%s：在进入页面之前就答 403", async (_name, headers) => {
    const answer = await call({ "next-action": "7f00", ...headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("请求来源不正确");
  });

  it("本站的照常往下走", async () => {
    expect((await call({ "next-action": "7f00", origin: "http://portal.test" })).status).not.toBe(403);
  });
});
