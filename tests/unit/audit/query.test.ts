import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorText, isSameHead, parseAnchor } from "@/lib/audit/anchor";
import { maskNumbers } from "@/lib/audit/mask";
import { auditSearch, isPersonal, readAuditFilter, readAuditQuery } from "@/lib/audit/query";
import { residentIdCheckCharacter } from "@/lib/forms/identifiers";

const hash = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });

describe("地址里的条件", () => {
  it("认得出的留下，认不出的不算；写回地址再读是同一份", () => {
    const query = readAuditQuery({ since: "2026-11-01", until: "2026-02-30", person: "  吴管理 ", action: "account.signIn", subject: "Nothing", id: ["a", "b"], address: "", other: "x" } as never);
    expect(query).toEqual({ since: "2026-11-01", person: "吴管理", action: "account.signIn" });
    expect(readAuditQuery(Object.fromEntries(new URLSearchParams(auditSearch(query))))).toEqual(query);
  });

  it("认不出的日期、动作，写反了的起止，都带着原文说出来；全角与别的写法照样认", () => {
    const asked = readAuditFilter({ since: "abc", until: "2026-02-30", action: "nothing" });
    expect(asked.query).toEqual({});
    expect(asked.misread).toMatchObject({ since: { typed: "abc", message: "请输入真实的日期，如 2026-03-01" }, until: { typed: "2026-02-30" }, action: { typed: "nothing" } });
    expect(readAuditFilter({ since: "2026-03-02", until: "2026-03-01" }).misread).toEqual({ until: { typed: "2026-03-01", message: "早于起始的 2026-03-02，请核对" } });
    expect(readAuditFilter({ since: "２０２６年３月１日", until: "2026/3/2" })).toEqual({ query: { since: "2026-03-01", until: "2026-03-02" }, misread: {} });
  });

  it("什么样的地址都读得出，且不出现没有声明的条件", () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom("since", "until", "person", "action", "subject", "id", "address", "after", "__proto__"), fc.anything()), (raw) => {
      const query = readAuditQuery(raw);
      for (const [key, value] of Object.entries(query)) expect([["since", "until", "person", "action", "subject", "id", "address"].includes(key), typeof value]).toEqual([true, "string"]);
    }));
  });

  it("按人、编号、来源查的算查个人，按时间、动作的不算", () => {
    expect([isPersonal({ person: "王" }), isPersonal({ id: "X" }), isPersonal({ address: "10.0.0.1" }), isPersonal({ since: "2026-01-01", action: "case.grant", subject: "Case" })]).toEqual([true, true, true, false]);
  });
});

describe("抄下的链首", () => {
  it("写出来、读回去是同一个；只抄前十六位、换成全角或大写也认得", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 12 }), hash, fc.integer({ min: 16, max: 64 }), (seq, whole, kept) => {
      const head = { seq, hash: whole };
      const short = parseAnchor(` ${seq} － ${whole.slice(0, kept).toUpperCase()} `);
      expect(parseAnchor(anchorText(head))).toEqual(head);
      expect(short && isSameHead(short, head)).toBe(true);
    }));
  });

  it("抄错一个字符就不是同一个；太短的、别的字不认", () => {
    const head = { seq: 7, hash: "a".repeat(64) };
    expect(isSameHead({ seq: 7, hash: `${"a".repeat(15)}b` }, head)).toBe(false);
    expect(isSameHead({ seq: 8, hash: "a".repeat(16) }, head)).toBe(false);
    for (const text of ["", "7", "7-aaaa", "x-aaaaaaaaaaaaaaaa", `7-${"g".repeat(16)}`]) expect(parseAnchor(text)).toBeUndefined();
  });
});

describe("文字里的号码", () => {
  it("身份证号码、手机号码遮盖，其余一字不动", () => {
    expect(maskNumbers("查 13912345678 与 11010519491231002X")).toBe("查 139****5678 与 110105********002X");
    expect(maskNumbers("NEEB-20261122-000123，91210102XFAKE501XR，12345678901")).toBe("NEEB-20261122-000123，91210102XFAKE501XR，12345678901");
  });

  it("任何合校验的身份证号码都不会原样留下", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 19_000 }), fc.integer({ min: 1, max: 999 }), fc.string({ maxLength: 8, unit: fc.constantFrom(..."，。 查看号码") }), (days, order, around) => {
      const birth = new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10).replaceAll("-", "");
      const first = `210102${birth}${String(order).padStart(3, "0")}`;
      const number = first + residentIdCheckCharacter(first);
      expect(maskNumbers(`${around}${number}${around}`)).not.toContain(number);
    }));
  });
});
