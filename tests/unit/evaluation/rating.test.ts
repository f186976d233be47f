import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRatingOption, getRatingLevel, ratingLevels } from "@/lib/evaluation/options";
import { FIVE_DAYS_SECONDS, normalisePhone } from "@/lib/evaluation/phone";
import { RatingInput } from "@/lib/evaluation/rating";

const good = { level: "5", phone: "13800000001" };
const messagesOf = (input: unknown) => {
  const result = RatingInput.safeParse(input);
  return result.success ? [] : result.error.issues.map((issue) => [issue.path.join("."), issue.message]);
};

describe("好差评的等级与选项", () => {
  it("五级各八项，先示三项；编号首位即等级，已停用的编号不出现", () => {
    expect(ratingLevels.map(({ level, word, bad }) => [level, word, bad])).toEqual([
      [5, "非常满意", false], [4, "满意", false], [3, "基本满意", false], [2, "不满意", true], [1, "非常不满意", true],
    ]);
    const codes = ratingLevels.flatMap((rule) => rule.options.map((option) => option.code));
    expect(new Set(codes).size).toBe(40);
    for (const rule of ratingLevels) {
      expect(rule.options.map((option) => option.basic)).toEqual([true, true, true, false, false, false, false, false]);
      for (const { code } of rule.options) expect(code.startsWith(String(rule.level))).toBe(true);
    }
    expect(codes).not.toContain("101");
    expect(findRatingOption("110")?.text).toBe("无理由超过法定办理时间");
    expect(findRatingOption("101")).toBeUndefined();
    expect(getRatingLevel(3).word).toBe("基本满意");
  });
});

describe("L-5.1.2-02 必填与校验", () => {
  it("满意度与手机号码必填，其余可空", () => {
    expect(messagesOf({})).toEqual([["level", "请选择满意度"], ["phone", "请填写手机号码"]]);
    expect(messagesOf({ level: "5", phone: " " })).toEqual([["phone", "请填写手机号码"]]);
    expect(messagesOf({ level: "6", phone: "13800000001" })).toEqual([["level", "请选择满意度"]]);
    expect(RatingInput.parse(good)).toEqual({ level: 5, options: [], text: "", phone: "13800000001", name: "" });
  });

  it("不是手机号码的被拒绝", () => {
    expect(messagesOf({ ...good, phone: "024-23456789" })).toEqual([["phone", "请输入正确的手机号码"]]);
  });

  it("选项须属于所选的等级，重复的只记一次", () => {
    expect(messagesOf({ ...good, options: ["510", "207"] })).toEqual([["options", "请勾选与所选满意度对应的评价详情"]]);
    expect(messagesOf({ ...good, options: ["501"] })).toHaveLength(1);
    expect(RatingInput.parse({ ...good, options: ["510", "517", "510"] }).options).toEqual(["510", "517"]);
  });

  it.each([1, 2])("差评（%i 级）须勾选详情或填写文字", (level) => {
    const option = getRatingLevel(level as 1 | 2).options[0]?.code ?? "";
    expect(messagesOf({ ...good, level, text: " 　" })).toEqual([["options", "差评必须勾选详情或填写文字评价"]]);
    expect(messagesOf({ ...good, level, options: [option] })).toEqual([]);
    expect(messagesOf({ ...good, level, text: "排队太久" })).toEqual([]);
  });

  it("文字评价一百五十字，按码点计数：收下的都合乎数据交换的模式", () => {
    expect(messagesOf({ ...good, text: "好".repeat(150) })).toEqual([]);
    expect(messagesOf({ ...good, text: "😀".repeat(150) })).toEqual([]);
    const tooLong = [["text", "请将文字评价控制在150字以内"]];
    expect(messagesOf({ ...good, text: "👨‍👩‍👧‍👦".repeat(150) })).toEqual(tooLong);
    expect(messagesOf({ ...good, text: "👨‍👩‍👧‍👦".repeat(21) })).toEqual([]);
    expect(messagesOf({ ...good, text: `a${"\u0301".repeat(150)}` })).toEqual(tooLong);
    expect(messagesOf({ ...good, text: "好".repeat(151) })).toEqual([["text", "请将文字评价控制在150字以内"]]);
  });

  it("任何输入都得到结果或中文提示，从不抛错", () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), fc.anything(), fc.anything(), (level, options, text, phone) => {
      for (const [, message] of messagesOf({ level, options, text, phone, name: text })) expect(message).toMatch(/^(请|差评)/);
    }));
  });
});

describe("L-5.1.2-03 同一手机号5天内只能填报一次", () => {
  it("五天是 432 000 秒", () => expect(FIVE_DAYS_SECONDS).toBe(5 * 24 * 60 * 60));
  it.each(["13800000001", "+8613800000001", "+86 138 0000 0001", "138-0000-0001", "１３８００００００0１", "　13800000001 "])(
    "「%s」是同一个号码", (written) => {
      expect(normalisePhone(written)).toBe("13800000001");
      expect(RatingInput.parse({ ...good, phone: written }).phone).toBe("13800000001");
    },
  );
});
