import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPasswordDue, judgePassword } from "@/lib/access/password-policy";

describe("密码策略 djbh3", () => {
  const judge = (password: string, login = "jia_power") => judgePassword("djbh3", password, login);
  it.each(["Abcd1234", "abcd-1234", "ABCD-1234", "密码Abc1234"])("L-3.4-02 %s 可以", (password) => expect(judge(password)).toBeUndefined());
  it.each(["Abc-123", "abcd1234", "abcdefgh", "12345678", "ABCD1234"])("L-3.4-02 %s 不可以", (password) => expect(judge(password)).toContain("至少 8 位"));
  it("不得含登录账号，不得过长", () => {
    expect(judge("Jia_Power-1")).toContain("登录账号");
    expect(judge(`Aa1-${"x".repeat(200)}`)).toContain("缩短");
  });
  it("九十天后要求更换", () => {
    expect(isPasswordDue("djbh3", 89)).toBe(false);
    expect(isPasswordDue("djbh3", 90)).toBe(true);
  });
});

describe("密码策略 asvs", () => {
  const judge = (password: string) => judgePassword("asvs", password, "jia_power");
  it("看长度，不看种类", () => {
    expect(judge("correct horse battery")).toBeUndefined();
    expect(judge("Short-1a")).toContain("至少 12 位");
  });
  it.each(["password12345", "P@ssw0rd1234!", "123456789012", "aaaaaaaaaaaa", "abcdefghijklm", "qwertyuiop2026!"])("%s 太常见", (password) => expect(judge(password)).toContain("不常见"));
  it("从不要求更换", () => fc.assert(fc.property(fc.nat(), (days) => !isPasswordDue("asvs", days))));
});
