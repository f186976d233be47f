import { describe, expect, it, vi } from "vitest";
import type * as Limits from "@/lib/licensing/rule-sets/limits";
import { stages } from "@/lib/licensing/stages";

/** 换一个期限，句子要跟着变。 */
vi.mock("@/lib/licensing/rule-sets/limits", async (original) => {
  const { limits, ...rest } = await original<typeof Limits>();
  return { ...rest, limits: { ...limits, intake: { ...limits.intake, value: 8 } } };
});

describe("环节", () => {
  it("L-6-04 形审的脚注说的就是规则集里的受理期限", () => expect(stages.intake.note).toBe("形审时限为8个工作日，逾期视为受理"));
});
