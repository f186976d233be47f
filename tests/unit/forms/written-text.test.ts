import { describe, expect, it } from "vitest";
import { faultInReason, ToldReason, WrittenText } from "@/lib/forms/written-text";

const wordsOf = (schema: ReturnType<typeof WrittenText>, text: string): string | undefined => schema.safeParse(text).error?.issues[0]?.message;

describe("要写明的一段字", () => {
  it("空着、太短、太长各有一句话，只说第一处；两头的空白与控制字符不算", () => {
    const title = WrittenText("标题", 3, 5);
    expect([" \u0007 ", "一二", " 一\u0007二 ", "一二三四五六"].map((text) => wordsOf(title, text))).toEqual(["请填写标题", "标题至少 3 个字", "标题至少 3 个字", "标题最多 5 个字"]);
    expect(title.parse("一\u0007二三 ")).toBe("一二三");
  });

  it("告诉企业的理由至少两个字，叫什么由用它的地方定", () => {
    expect([wordsOf(ToldReason(200), "忙"), wordsOf(ToldReason(500, "核查事由"), "查"), wordsOf(ToldReason(200), "有误")]).toEqual(["理由至少 2 个字", "核查事由至少 2 个字", undefined]);
  });

  it("一格之外要写的理由同一条：空着的说缺什么，一个字的照说，写得够的没有", () => {
    expect(["  ", "短 ", "不符"].map((text) => faultInReason(text, "请写明理由", "情况"))).toEqual(["请写明理由", "情况至少 2 个字", undefined]);
  });
});
