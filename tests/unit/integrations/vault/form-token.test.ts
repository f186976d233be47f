import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueForm, readForm } from "@/lib/integrations/vault/form-token";

process.env.DATA_KEY ??= randomBytes(32).toString("base64");
const at = new Date("2026-11-22T03:04:05Z");

describe("决定三十二 签过名的表单", () => {
  it("记着发出的时刻；每张的键都不同；短", () => {
    const [one, two] = [issueForm("a", at), issueForm("a", at)];
    expect(readForm(one, "a")?.issuedAt).toEqual(at);
    expect(readForm(one, "a")?.key).toBe(readForm(one, "a")?.key);
    expect(readForm(one, "a")?.key).not.toBe(readForm(two, "a")?.key);
    expect(one).toMatch(/^[\w-]{28}$/);
  });

  it("只属于发给它的那一个码", () => expect(readForm(issueForm("a", at), "b")).toBeUndefined());

  it("改一个字符都认不出，任何文字都不抛错", () => {
    const token = issueForm("a", at);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."AZaz09-_"), (place, character) => {
        const changed = token.slice(0, place) + character + token.slice(place + 1);
        expect(readForm(changed, "a") !== undefined).toBe(changed === token);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readForm(text, "a") === undefined));
  });
});
