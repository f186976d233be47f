import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const newKey = (): string => randomBytes(32).toString("base64");
const [first, second, third] = [newKey(), newKey(), newKey()];

/** 有的模块把导出的密钥留着：换了环境变量，另载入一份，如同重新启动。 */
async function startedWith(current: string, former = "", phoneHash = "") {
  vi.stubEnv("DATA_KEY", current);
  vi.stubEnv("DATA_KEY_FORMER", former);
  vi.stubEnv("PHONE_HASH_KEY", phoneHash);
  vi.resetModules();
  const [text, code, form, signIn, factor, phone, keys] = await Promise.all([
    import("@/lib/integrations/vault/sealed-text"), import("@/lib/integrations/vault/code-token"), import("@/lib/integrations/vault/form-token"), import("@/lib/integrations/vault/sign-in-token"),
    import("@/lib/integrations/vault/second-factor"), import("@/lib/integrations/vault/phone-vault"), import("@/lib/integrations/vault/keys"),
  ]);
  return { ...text, ...code, ...form, ...signIn, ...factor, ...phone, ...keys };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe("换 DATA_KEY", () => {
  it("以前封的读得出，重新封过的不再要以前的密钥；现在的不重封", async () => {
    const sealing = { purpose: "test", bound: randomUUID() };
    const before = await startedWith(first);
    const samples = fc.sample(fc.string({ unit: "grapheme" }), 20).map((text) => ({ text, sealed: before.seal(sealing, Buffer.from(text)) }));
    const during = await startedWith(third, ` ${second}, ${first}`, first);
    const again = samples.map(({ text, sealed }) => {
      expect(during.open(sealing, sealed).toString()).toBe(text);
      return { text, sealed: during.reseal(sealing, sealed) ?? "" };
    });
    for (const { sealed } of again) expect(during.reseal(sealing, sealed)).toBeUndefined();
    const after = await startedWith(third);
    for (const { text, sealed } of again) expect(after.open(sealing, sealed).toString()).toBe(text);
    for (const { sealed } of samples) expect(() => after.open(sealing, sealed)).toThrow("unable to authenticate");
    expect(() => after.open({ ...sealing, bound: randomUUID() }, again[0]?.sealed ?? "")).toThrow("unable to authenticate");
  });

  it("张贴的评价码、发出的表单、差动态口令的登录：以前签的照样认，新的用现在的密钥签", async () => {
    const claim = { id: randomUUID(), expiresAt: new Date("2027-01-01T00:00:00Z") };
    const signedIn = { accountId: randomUUID(), issuedAt: new Date() };
    const made = ({ signCode, issueForm, issueSignIn }: Awaited<ReturnType<typeof startedWith>>) => ({ code: signCode(claim), form: issueForm("one", new Date()), pending: issueSignIn(signedIn, "here") });
    const known = ({ readCode, readForm, isSignInOf }: Awaited<ReturnType<typeof startedWith>>, { code, form, pending }: ReturnType<typeof made>) => [readCode(code) !== undefined, readForm(form, "one") !== undefined, isSignInOf(pending, "here")];
    const old = made(await startedWith(first));
    const during = await startedWith(second, first, first);
    expect(known(during, old)).toEqual([true, true, true]);
    expect(during.readForm(old.form, "other")).toBeUndefined();
    expect(during.isSignInOf(old.pending, "elsewhere")).toBe(false);
    const fresh = made(during);
    const after = await startedWith(second);
    expect(known(after, fresh)).toEqual([true, true, true]);
    expect(known(after, old)).toEqual([false, false, false]);
  });

  it("恢复码只存散列：以前的与现在的都认，新发的用现在的", async () => {
    const account = randomUUID();
    const old = (await startedWith(first)).hashRecoveryCode("ABCDE-23456", account);
    const during = await startedWith(second, first, first);
    expect(during.possibleRecoveryHashes("abcde 23456", account)).toEqual([during.hashRecoveryCode("ABCDE-23456", account), old]);
  });

  it("L-5.1.2-03 手机号的散列另有密钥，不随 DATA_KEY 换；正在换而没有写明它的，不许启动", async () => {
    const before = await startedWith(first);
    const hash = before.hashPhone("13800000000");
    expect(() => before.requireKeys()).not.toThrow();
    expect((await startedWith(second, first, first)).hashPhone("13800000000")).toBe(hash);
    expect((await startedWith(second, "", first)).hashPhone("13800000000")).toBe(hash);
    expect((await startedWith(second)).hashPhone("13800000000")).not.toBe(hash);
    const careless = await startedWith(second, first);
    expect(() => careless.requireKeys()).toThrow("PHONE_HASH_KEY");
    const short = await startedWith(second, "c2hvcnQ=", first);
    expect(() => short.requireKeys()).toThrow("32 bytes");
  });
});
