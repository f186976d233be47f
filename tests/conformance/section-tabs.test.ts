import { describe, expect, it } from "vitest";
import { formLoaders } from "@/app/(enterprise)/applications/[applicationId]/sections/[section]/business-forms";
import { formHolders } from "@/app/(enterprise)/applications/[applicationId]/sections/[section]/form-holders";
import { hasContent } from "@/lib/forms/definition";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { findSectionTab } from "@/lib/licensing/sections";

const declared = Object.entries(licensingBusinesses);

describe("L-1-04 页签只带自己的代码", () => {
  it("每个业务都能单独载入，载入的就是声明的那一份", async () => {
    expect(Object.keys(formHolders).sort()).toEqual(Object.keys(licensingBusinesses).sort());
    const loaded = new Map(await Promise.all(Object.entries(formLoaders).map(async ([code, load]) => [code, await load?.()] as const)));
    expect([...loaded.keys()].sort()).toEqual(Object.keys(licensingBusinesses).sort());
    for (const [code, business] of declared) expect(loaded.get(code), code).toBe(business);
  });

  it("要填的页签都有自己的一份，不必连同整份业务载入", () => {
    const open = declared.flatMap(([code, business]) => business.sections.filter(hasContent).map((section) => ({ code, section })));
    expect(open.filter(({ section }) => !findSectionTab(section)).map(({ code, section }) => `${code} ${section.key}`)).toEqual([]);
  });
});
