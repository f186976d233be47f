import { encode } from "next-auth/jwt";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readSessionToken } from "@/lib/auth/session-token";

afterEach(() => vi.unstubAllEnvs());

/** 用这个密钥封的登录，以现在的环境变量读。 */
async function read(secret: string): Promise<unknown> {
  const token = await encode({ token: { sub: "account", sessionId: "session", audience: "staff" }, secret });
  const found = await readSessionToken({ cookies: { "next-auth.session-token": token }, headers: {} } as unknown as Parameters<typeof readSessionToken>[0]);
  return found?.sessionId;
}

describe("登录的 Cookie", () => {
  afterEach(() => vi.useRealTimers());

  it("读过的再读还是同样的，改了不串到下一次；改动一个字的不认，到期的不再认", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "present");
    const token = await encode({ token: { sub: "account", sessionId: "one", audience: "staff" }, secret: "present", maxAge: 60 });
    const open = (value: string) => readSessionToken({ cookies: { "next-auth.session-token": value }, headers: {} } as unknown as Parameters<typeof readSessionToken>[0]);
    const first = await open(token);
    if (first) first.sessionId = "changed";
    expect((await open(token))?.sessionId).toBe("one");
    expect(await open(`${token.slice(0, -2)}${token.endsWith("A") ? "BB" : "AA"}`)).toBeNull();
    vi.useFakeTimers({ now: Date.now() + 90_000, toFake: ["Date"] });
    expect(await open(token)).toBeNull();
  });
});

describe("换 NEXTAUTH_SECRET", () => {
  it("现在的与以前的密钥封的登录都认，别的不认", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "present");
    vi.stubEnv("NEXTAUTH_SECRET_FORMER", "last, before-last");
    expect(await Promise.all(["present", "last", "before-last"].map(read))).toEqual(["session", "session", "session"]);
    expect(await read("other")).toBeUndefined();
    vi.stubEnv("NEXTAUTH_SECRET_FORMER", "");
    expect(await read("present")).toBe("session");
    expect(await read("last")).toBeUndefined();
  });
});
