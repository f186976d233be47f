import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

process.env.DATA_KEY = randomBytes(32).toString("base64");
const { readCode, signCode } = await import("@/lib/integrations/vault/code-token");

describe("评价二维码的令牌", () => {
  it("L-5.2.1-02 L-5.3.1-02 签出的读得回；改动任何一个字符都不认", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 2 ** 39 }), fc.nat(43), (id, seconds, at) => {
        const claim = { id, expiresAt: new Date(seconds * 1000) };
        const token = signCode(claim);
        expect(token).toHaveLength(44);
        expect(readCode(token)).toEqual(claim);
        const forged = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
        expect(readCode(forged)).toBeUndefined();
      }),
    );
  });

  it.each(["", "a", "请", `${"A".repeat(44)}`, "../../etc", `${"A".repeat(43)}=`])("认不出的 %s 不抛错", (token) => {
    expect(readCode(token)).toBeUndefined();
  });
});
