import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { authenticatorUri, hashRecoveryCode, newRecoveryCodes, newSecret, openSecret, sealSecret, spelledSecret } from "@/lib/integrations/vault/second-factor";
import { issueSignIn, isSignInOf, readSignIn } from "@/lib/integrations/vault/sign-in-token";

beforeAll(() => {
  process.env.DATA_KEY = randomBytes(32).toString("base64");
});

describe("动态口令的密钥", () => {
  it("L-6-01 加密存放，抄到别的账号名下打不开，改过一位也打不开", () => {
    const [own, other] = [randomUUID(), randomUUID()];
    const secret = newSecret();
    const sealed = sealSecret(secret, own);
    expect(sealed).not.toContain(secret.toString("base64url"));
    expect(openSecret(sealed, own)).toEqual(secret);
    expect(() => openSecret(sealed, other)).toThrow("unable to authenticate");
    expect(() => openSecret(`${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`, own)).toThrow("unable to authenticate");
    expect(() => openSecret("x", own)).toThrow("malformed");
  });

  it("验证器的地址写明系统与账号，密钥四个一组便于手工输入", () => {
    const secret = Buffer.from("12345678901234567890");
    expect(authenticatorUri(secret, "资质系统", "shouli")).toBe(`otpauth://totp/${encodeURIComponent("资质系统")}:shouli?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent("资质系统")}`);
    expect(spelledSecret(secret)).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  });

  it("十个恢复码各不相同；散列不论大小写与连字符，各账号不同", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{5}-[A-Z2-7]{5}$/);
    const [code = ""] = codes;
    const [own, other] = [randomUUID(), randomUUID()];
    expect(hashRecoveryCode(code.toLowerCase().replace("-", " "), own)).toBe(hashRecoveryCode(code, own));
    expect(hashRecoveryCode(code, own)).not.toBe(hashRecoveryCode(code, other));
  });
});

describe("差动态口令的登录令牌", () => {
  it("L-6-01 读得出是谁、何时；来源、密码或令牌变了就不认", () => {
    const claim = { accountId: randomUUID(), issuedAt: new Date("2026-11-22T02:00:00.123Z") };
    const token = issueSignIn(claim, "staff|10.0.0.1|hash");
    expect(readSignIn(token)).toEqual(claim);
    expect(isSignInOf(token, "staff|10.0.0.1|hash")).toBe(true);
    expect(isSignInOf(token, "staff|10.0.0.2|hash")).toBe(false);
    expect(isSignInOf(issueSignIn({ ...claim, accountId: randomUUID() }, "other"), "staff|10.0.0.1|hash")).toBe(false);
    for (const wrong of ["", "x", `${token}AAAA`]) expect(readSignIn(wrong)).toBeUndefined();
  });
});
