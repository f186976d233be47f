import { describe, expect, it } from "vitest";
import { applicationStates } from "@/lib/terms/states";
import { businessesPage } from "@/scripts/docs/businesses";
import { glossaryPage } from "@/scripts/docs/glossary";
import { catalogueIds, requirementsPage } from "@/scripts/docs/requirements";
import { workflowPage } from "@/scripts/docs/workflow";

describe("生成的文档", () => {
  it("需求目录的条目不重复，像样，每条都列在页上", () => {
    const ids = catalogueIds();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[LP]-\d(\.\d+)*-\d{2}$/.test(id))).toEqual([]);
    const page = requirementsPage();
    expect(ids.filter((id) => !page.includes(`| ${id} |`))).toEqual([]);
    expect(page).toContain("conformance/licensing-declarations.test.ts");
  });

  it("流程、词汇、业务三页由声明得出", () => {
    expect(workflowPage()).toContain("| 草稿 | 资料提交 | 企业管理员、提交人 | 待形审 |");
    for (const word of Object.values(applicationStates)) expect(glossaryPage()).toContain(word);
    expect(businessesPage()).toContain("规定年限内主要业绩");
  });
});
