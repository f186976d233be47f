import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase32 } from "@/lib/integrations/vault/base32";
import { counterCode, matchingStep, stepAt, stepSeconds } from "@/lib/integrations/vault/one-time-code";

/** RFC 4226 附录 D、RFC 6238 附录 B 的密钥：一串 12345678901234567890，按散列的长度截取。 */
const secretOf = (length: number): Buffer => Buffer.from("1234567890".repeat(7).slice(0, length));
const secret = secretOf(20);

describe("动态口令", () => {
  it("L-6-01 RFC 4226 附录 D 的十个口令", () => {
    const wanted = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
    expect(wanted.map((_code, counter) => counterCode(secret, counter))).toEqual(wanted);
  });

  it.each([
    [59, "94287082", "46119246", "90693936"],
    [1_111_111_109, "07081804", "68084774", "25091201"],
    [1_111_111_111, "14050471", "67062674", "99943326"],
    [1_234_567_890, "89005924", "91819424", "93441116"],
    [2_000_000_000, "69279037", "90698825", "38618901"],
    [20_000_000_000, "65353130", "77737706", "47863826"],
  ])("L-6-01 RFC 6238 附录 B：第 %i 秒", (seconds, sha1, sha256, sha512) => {
    const step = stepAt(new Date(seconds * 1_000));
    expect([counterCode(secret, step, 8), counterCode(secretOf(32), step, 8, "sha256"), counterCode(secretOf(64), step, 8, "sha512")]).toEqual([sha1, sha256, sha512]);
  });

  it("L-6-01 口令只在自己的一步与前后各一步有效", () => {
    const moments = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), moments, fc.integer({ min: -10, max: 10 }), (bytes, seconds, away) => {
      const key = Buffer.from(bytes);
      const own = stepAt(new Date(seconds * 1_000)) + 20;
      const at = new Date((own + away) * stepSeconds * 1_000 + (seconds % stepSeconds) * 1_000);
      const coincides = [-1, 0, 1].some((drift) => counterCode(key, own + away + drift) === counterCode(key, own));
      expect(coincides || Math.abs(away) > 1).toBe(true);
      const found = matchingStep(key, counterCode(key, own), at);
      if (Math.abs(away) > 1 && !coincides) expect(found).toBeUndefined();
      else expect(Math.abs((found ?? Number.NaN) - (own + away))).toBeLessThanOrEqual(1);
    }));
  });

  it("L-6-01 不是六位数字的一律不认", () => {
    const at = new Date("2026-11-22T02:00:00Z");
    const code = counterCode(secret, stepAt(at));
    for (const wrong of ["", code.slice(0, 5), `${code}0`, `${code} `, ` ${code}`, "１２３４５６", "abcdef"]) expect(matchingStep(secret, wrong, at)).toBeUndefined();
    expect(matchingStep(secret, code, at)).toBe(stepAt(at));
  });

  it("RFC 4648 第 10 节的例子", () => {
    const examples = { f: "MY", fo: "MZXQ", foo: "MZXW6", foob: "MZXW6YQ", fooba: "MZXW6YTB", foobar: "MZXW6YTBOI" };
    expect(Object.keys(examples).map((text) => toBase32(Buffer.from(text)))).toEqual(Object.values(examples));
  });
});
