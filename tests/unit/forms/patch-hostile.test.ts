import { describe, expect, it } from "vitest";
import { applyPatch, parsePatch, PatchFault } from "@/lib/forms/patch";
import type { SectionPatch } from "@/lib/forms/section-patch";
import { kinds } from "@/lib/forms/kinds";
import { getBusiness } from "@/lib/licensing/businesses";
import { findSection } from "@/lib/forms/business";

const section = findSection(getBusiness("new-licence"), "basic-information");
if (!section) throw new Error("there is a basic-information tab");
const removal = (table: string): SectionPatch => ({ fields: [], rows: [{ table, rowId: "12345678", from: null, to: null }] });

describe("伪造的改动", () => {
  it.each(["__proto__", "constructor", "nosuch", "netAssets"])("L-4.0-03 删去 %s 里的一行：没有这张表，不动别的", (table) => {
    expect(() => parsePatch(section, removal(table))).toThrow(PatchFault);
  });

  it("L-4.0-03 字段不能当作表来清空", () => {
    const stored = { netAssets: "100" };
    let answers = stored as Record<string, unknown>;
    try {
      answers = applyPatch(stored, parsePatch(section, removal("netAssets"))).answers;
    } catch (error) {
      expect(error).toBeInstanceOf(PatchFault);
    }
    expect(answers.netAssets).toBe("100");
  });

  it("L-4.0-03 __proto__ 的字段、行里的键都不认", () => {
    const polluted = JSON.parse('{"fields":[{"key":"__proto__","from":null,"to":{"isAdmin":true}}],"rows":[]}') as SectionPatch;
    expect(() => parsePatch(section, polluted)).toThrow(PatchFault);
    const row = JSON.parse('{"fields":[],"rows":[{"table":"shareholders","rowId":"12345678","from":null,"to":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}}]}') as SectionPatch;
    const [table] = section.tables;
    const parsed = parsePatch(section, { ...row, rows: row.rows.map((change) => ({ ...change, table: table?.key ?? "" })) });
    expect(Object.keys(parsed.rows[0]?.to ?? {})).not.toContain("__proto__");
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it("L-4.0-03 类别与级别的对照至多几项，塞不进几兆", () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`c${n}`, "4"]));
    expect(kinds.levelMatrix.draft(many).ok).toBe(false);
    expect(kinds.levelMatrix.draft({ install: "4", repair: "4", test: "4" }).ok).toBe(true);
  });
});
