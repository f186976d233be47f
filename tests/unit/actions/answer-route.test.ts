import { afterEach, describe, expect, it, vi } from "vitest";
import { notFound } from "@/lib/access/refusal";
import { answerRoute } from "@/lib/actions/answer-route";

afterEach(() => void vi.unstubAllEnvs());

describe("接口的答复（issue 6）", () => {
  it("好的、拒绝的都带内容安全策略：当不成页面，别人嵌不进", async () => {
    for (const run of [async () => Response.json({}), () => Promise.reject(notFound("这个文件"))]) {
      const { headers } = await answerRoute(run);
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
      expect(headers.has("strict-transport-security")).toBe(false);
    }
  });

  it("自己写了策略的照它的；对外是 https 时带 HSTS", async () => {
    vi.stubEnv("NEXTAUTH_URL", "https://portal.test");
    const { headers } = await answerRoute(async () => new Response("", { headers: { "Content-Security-Policy": "frame-ancestors 'self'" } }));
    expect([headers.get("content-security-policy"), headers.get("strict-transport-security")]).toEqual(["frame-ancestors 'self'", "max-age=31536000; includeSubDomains"]);
  });
});
