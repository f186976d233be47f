import { afterEach, describe, expect, it, vi } from "vitest";
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "@/app/api/[[...path]]/route";

const methods = Object.entries({ GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE });

describe("没有的接口（决定二十五）", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(methods)("P-1-04 %s：404，带内容安全策略，不留在缓存里", async (_method, handle) => {
    const answer = handle();
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'none'");
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("strict-transport-security")).toBeNull();
    expect(await answer.json()).toMatchObject({ message: "没有找到这个接口" });
  });

  it("P-1-04 对外是 https 时也带 HSTS", () => {
    vi.stubEnv("NEXTAUTH_URL", "https://portal.test");
    expect(GET().headers.get("strict-transport-security")).toContain("max-age=");
  });
});
