import { describe, expect, it } from "vitest";
import { accountFields } from "@/lib/enterprise/account";
import { asFacts, asParticulars, judgeParticulars, lockedNotice, lockedParticulars, readOnlyParticulars, registrationFields } from "@/lib/enterprise/particulars";
import { Particulars } from "@/lib/enterprise/particulars-input";
import { fieldsOf } from "@/lib/forms/definition";
import { enterpriseFacts, TODAY } from "../../builders/new-licence";

const judge = (changes: Record<string, string>) => judgeParticulars(enterpriseFacts(changes), TODAY).map((issue) => issue.message);

describe("企业登记信息", () => {
  it("L-3.1-03 L-3.1-04 填写完全部信息才没有不符，缺任何一项必填的都说得出", () => {
    expect(judge({})).toEqual([]);
    const required = fieldsOf(registrationFields).filter((field) => field.required !== false);
    expect(required.length).toBeGreaterThan(10);
    for (const field of required) expect(judge({ [field.key]: "" })).toEqual([`${field.label}未填写`]);
  });

  it("统一社会信用代码与证件号码都验校验位；日期不得晚于今天", () => {
    expect(judge({ uscc: "91210102XFAKE501XX" })[0]).toContain("统一社会信用代码");
    expect(judge({ legalRepId: "210102199001011234" })[0]).toContain("身份证号码");
    expect(judge({ legalRepIdType: "passport", legalRepId: "E12345678" })).toEqual([]);
    expect(judge({ foundedOn: "2026-11-23" })).toEqual(["成立日期：不得晚于今天"]);
    for (const [key, label] of [["legalRep", "法定代表人"], ["contact", "联系人"]] as const) expect(judge({ [key]: "123😀" })).toEqual([`${label}：请核对姓名，不能有尖括号等符号`]);
    expect(judge({ contactMobile: "12345" })[0]).toContain("请输入正确的手机号码");
    expect(judge({ enterpriseType: "个体" })[0]).toContain("请重新选择");
  });

  it("L-3.3-04 L-3.3-05 L-3.3-06 L-3.3-07 L-3.3-08 锁定的正是四项，并说明去哪里变更", () => {
    const labels = lockedParticulars.map((key) => fieldsOf(registrationFields).find((field) => field.key === key)?.label);
    expect(labels).toEqual(["单位名称", "企业类型", "法定代表人", "住所（营业执照地址/营业场所）"]);
    expect(lockedNotice).toContain("登记事项变更");
    for (const key of [...lockedParticulars, "uscc", "legalRepId"]) expect(readOnlyParticulars).toContain(key);
    expect(readOnlyParticulars).not.toContain("contactMobile");
  });

  it("存库时名称与代码有自己的列，其余按字段键，多余的键不存；读出来是同一份事实", () => {
    const shaped = Particulars.parse({ ...enterpriseFacts(), hack: "1", contactMobile: " 139 8765 4321 " });
    expect(shaped).not.toHaveProperty("hack");
    const stored = asParticulars(enterpriseFacts());
    expect(stored).not.toHaveProperty("unitName");
    expect(asFacts({ name: "沈阳甲电力工程有限公司", uscc: "91210102XFAKE501XR", particulars: stored })).toEqual(enterpriseFacts());
    expect(asFacts({ name: "甲", uscc: "乙", particulars: null, parentName: "母公司" })).toMatchObject({ unitName: "甲", uscc: "乙", legalRep: "", parentOrg: "母公司" });
  });

  it("账号一组：账号与验证码有形状，两次密码须相同", () => {
    const check = (key: string, value: string, own: Record<string, string> = {}) =>
      accountFields.fields.find((field) => field.key === key)?.check?.(value, { own, section: own, context: { today: TODAY, answers: {}, files: [] } });
    expect(check("account", "jia_power")).toBeUndefined();
    expect(check("account", "甲公司")).toBeDefined();
    expect(check("password2", "Abc12345", { password: "Abc12345" })).toBeUndefined();
    expect(check("password2", "Abc12345", { password: "Abc12346" })).toBeDefined();
    expect([check("verifyCode", "123456"), check("verifyCode", "12345") !== undefined]).toEqual([undefined, true]);
  });
});
