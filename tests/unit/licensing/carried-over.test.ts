import { describe, expect, it } from "vitest";
import { carriedSections, carryingBusinesses, signedAnew, signedAnewOn } from "@/lib/licensing/carried-over";
import { getBusiness } from "@/lib/licensing/businesses";
import { basicInformation } from "@/lib/licensing/sections/basic-information";
import { completeNewLicence, licensingContext } from "../../builders/new-licence";

const context = (procedure: "standard" | "commitment") => ({ ...licensingContext(completeNewLicence()), procedure });

describe("不沿用的材料", () => {
  it("决定十三 申请表每件重新签字；按承诺办理的还有告知承诺书", () => {
    expect(signedAnewOn(basicInformation, context("standard"))).toEqual(["许可证申请表（签字盖章）"]);
    expect(signedAnewOn(basicInformation, context("commitment"))).toEqual(["许可证申请表（签字盖章）", "告知承诺书"]);
  });

  it("凡要签字盖章、有格式文本的申请表与承诺书，在沿用的页签上都不沿用", () => {
    for (const code of carryingBusinesses) {
      const sections = getBusiness(code).sections.filter(({ key }) => (carriedSections as readonly string[]).includes(key));
      const signed = sections.flatMap(({ slots }) => slots).filter(({ template }) => template === "application-form" || template === "commitment-letter");
      expect(signed.length, code).toBeGreaterThan(0);
      for (const { key } of signed) expect(signedAnew, `${code} ${key}`).toContain(key);
    }
  });
});
