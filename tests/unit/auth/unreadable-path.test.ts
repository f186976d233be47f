import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { isReadablePath } from "@/lib/auth/request-path";
import { middleware } from "@/middleware";

describe("L-1-04 编码坏了的地址", () => {
  it.each([["/verify/%E0%A4%A", false], ["/%", false], ["/notices/%zz", false], ["/verify/%E4%B8%AD", true], ["/login", true]])("%s 读得出：%s", (path, readable) => {
    expect(isReadablePath(path)).toBe(readable);
  });

  it("是没有的页面，不是系统错误", async () => {
    const answer = await middleware(new NextRequest("http://portal.test/verify/%E0%A4%A"));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有这个页面");
  });
});
