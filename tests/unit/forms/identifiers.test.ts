import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  birthDateOf, checkFixedLine, checkIdNumber, checkMobile, checkPostalCode, checkResidentId, checkUscc, genderOf, maskId, maskMobile,
  normaliseIdentifier, normaliseMobile, normaliseText, organisationCheckCharacter, residentIdCheckCharacter, usccCheckCharacter, warnUscc,
} from "@/lib/forms/identifiers";
import { invalidMobiles, invalidResidentIds, invalidUsccs, validMobiles, validResidentIds, validUsccs } from "./identifier-vectors";

const TODAY = "2026-11-22";

describe("L-4.1.6-04 身份证号码（GB 11643）", () => {
  it.each(validResidentIds)("%s 正确", (value) => expect(checkResidentId(value, TODAY)).toBeUndefined());
  it.each(invalidResidentIds)("%s 被拒绝：%s（%s）", (value, code) => {
    expect(checkResidentId(value, TODAY)).toMatchObject({ code, message: expect.stringMatching(/^请/) });
  });

  const residentId = fc
    .record({
      region: fc.constantFrom("110000", "210102", "440300", "650100", "810000"),
      day: fc.date({ min: new Date("1930-01-01"), max: new Date("2008-12-31"), noInvalidDate: true }),
      serial: fc.integer({ min: 1, max: 999 }),
    })
    .map(({ region, day, serial }) => {
      const body = region + day.toISOString().slice(0, 10).replaceAll("-", "") + String(serial).padStart(3, "0");
      return body + residentIdCheckCharacter(body);
    });

  it("每一个按算法生成的号码都通过，且能读出出生日期与性别", () => {
    fc.assert(fc.property(residentId, (value) => {
      expect(checkResidentId(value, TODAY)).toBeUndefined();
      expect(birthDateOf(value)?.replaceAll("-", "")).toBe(value.slice(6, 14));
      expect(genderOf(value)).toBe(Number(value[16]) % 2 === 1 ? "male" : "female");
    }));
  });

  it("任何一位数字写错都会被发现", () => {
    fc.assert(fc.property(residentId, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (value, at, shift) => {
      const wrong = value.slice(0, at) + String((Number(value[at]) + shift) % 10) + value.slice(at + 1);
      expect(checkResidentId(wrong, TODAY)).toBeDefined();
    }));
  });

  it("任何相邻两位对调都会被发现", () => {
    fc.assert(fc.property(residentId, fc.nat({ max: 16 }), (value, at) => {
      fc.pre(value[at] !== value[at + 1]);
      const wrong = value.slice(0, at) + value.charAt(at + 1) + value.charAt(at) + value.slice(at + 2);
      expect(checkResidentId(wrong, TODAY)).toBeDefined();
    }));
  });

  it("不给出当天日期时不判断未来的出生日期；给出时拒绝", () => {
    expect(checkResidentId("33010020990417330X")).toBeUndefined();
    expect(checkResidentId("33010020990417330X", "2099-04-17")).toBeUndefined();
    expect(checkResidentId("33010020990417330X", "2099-04-16")?.code).toBe("BIRTHDATE");
  });

  it("错误的号码读不出性别和出生日期", () => {
    expect(genderOf("110000199003070010")).toBeUndefined();
    expect(birthDateOf("110000199003070010")).toBeUndefined();
  });

  it("其他证件只核对形式", () => {
    expect(checkIdNumber("residentId", "110000199003070010")?.code).toBe("CHECK_DIGIT");
    for (const [type, value] of [
      ["hongKongMacaoPermit", "H12345678"], ["taiwanPermit", "12345678"], ["foreignPermanentResident", "911124198108030024"], ["passport", "E12345678"],
    ] as const) {
      expect(checkIdNumber(type, value)).toBeUndefined();
      expect(checkIdNumber(type, "？")).toMatchObject({ code: "FORMAT" });
    }
  });
});

describe("L-3.1-12 统一社会信用代码（GB 32100）", () => {
  it.each(validUsccs)("%s 正确，但个体工商户不是法人", (value) => {
    expect(checkUscc(value)?.code).toBe(value.startsWith("92") ? "NOT_LEGAL_PERSON" : undefined);
  });
  it.each(invalidUsccs)("%s 被拒绝：%s（%s）", (value, code) => {
    expect(checkUscc(value)).toMatchObject({ code, message: expect.stringMatching(/^请/) });
  });
  it.each(["91210102XFAKE501XR", "91210102XFAKE5028R", "91210102XFAKE5036L", "91210102XFAKE5044F", "91210102XFAKE5052A"])(
    "演示企业 %s 正确", (value) => expect(checkUscc(value)).toBeUndefined(),
  );

  const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
  const companyCode = fc
    .tuple(fc.constantFrom("91210102", "91440300", "93110000"), fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }))
    .map(([head, body]) => {
      const first17 = head + body.join("") + organisationCheckCharacter(body.join(""));
      return first17 + usccCheckCharacter(first17);
    });

  it("每一个按算法生成的代码都通过；任何一个字符写错都会被发现", () => {
    fc.assert(fc.property(companyCode, fc.nat({ max: 17 }), fc.constantFrom(...alphabet), (value, at, other) => {
      expect(checkUscc(value)).toBeUndefined();
      fc.pre(value[at] !== other);
      expect(checkUscc(value.slice(0, at) + other + value.slice(at + 1))).toBeDefined();
    }));
  });

  it("第17位不符：市场监管的代码拒绝，其他部门的代码只提醒", () => {
    const first17 = "12330100XFAKE2979";
    const institution = first17 + usccCheckCharacter(first17);
    expect(checkUscc(institution)).toBeUndefined();
    expect(warnUscc(institution)?.code).toBe("ORG_CHECK");
    expect(warnUscc("12330100XFAKE2978K")).toBeUndefined();
  });
});

describe("L-4.1.3-06 证明人电话须为手机号码", () => {
  it.each(validMobiles)("%s 正确", (value) => expect(checkMobile(value)).toBeUndefined());
  it.each(invalidMobiles)("「%s」被拒绝：%s（%s）", (value, code) => {
    expect(checkMobile(value)).toEqual({ code, message: "请输入正确的手机号码" });
  });
  it.each(["+86 138 0000 0001", "008613800000001", "8613800000001", "１３８００００００0１", " 138-0000-0001 ", "＋8613800000001"])(
    "「%s」整理后成为 13800000001", (value) => expect(normaliseMobile(value)).toBe("13800000001"),
  );
  it("怎样书写同一个号码，整理结果都相同，再整理不变", () => {
    const decorated = fc.tuple(fc.constantFrom(...validMobiles), fc.constantFrom("", "+86", "86", "0086"), fc.constantFrom("", " ", "-", "　"));
    fc.assert(fc.property(decorated, ([mobile, prefix, gap]) => {
      const written = prefix + gap + [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)].join(gap);
      expect(normaliseMobile(written)).toBe(mobile);
      expect(normaliseMobile(normaliseMobile(written))).toBe(mobile);
    }));
    expect(normaliseMobile("86123456")).toBe("86123456");
  });
});

describe("整理、其他号码与遮蔽", () => {
  it("全角字母数字变半角，中文标点不动", () => {
    expect(normaliseText("　沈阳（甲）Ａ１ ")).toBe("沈阳（甲）A1");
    expect(normaliseIdentifier("１１０１０５ 19491231-002x")).toBe("11010519491231002X");
  });
  it("邮政编码与固定电话", () => {
    expect(checkPostalCode("110000")).toBeUndefined();
    expect(checkPostalCode("11000")?.message).toBe("请输入6位邮政编码");
    for (const good of ["024-23456789", "02423456789", "0411-2345678-801"]) expect(checkFixedLine(good)).toBeUndefined();
    for (const bad of ["13800000001", "23456789", "024-123456"]) expect(checkFixedLine(bad)?.code).toBe("FORMAT");
  });
  it("列表中只露出首尾", () => {
    expect(maskId("210102199003074516")).toBe("210102********4516");
    expect(maskId("E12345678")).toBe("*******78");
    expect(maskMobile("13800000001")).toBe("138****0001");
    expect(maskMobile("123")).toBe("***");
  });
});
