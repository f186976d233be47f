import { describe, expect, it } from "vitest";
import { isSource, listFiles, type Node, readSource, visit } from "@/tests/architecture/source-file";

/** 算工作日的函数，与日历是第几个参数。 */
const counters: Readonly<Record<string, number>> = { isWorkingDay: 1, addWorkingDays: 2, workingDaysBetween: 2, isProvisional: 1 };
const importsCounters = (program: Node): boolean =>
  (program.body as Node[]).some((one) => one.type === "ImportDeclaration" && String((one.source as { value: string }).value).endsWith("workflow/calendar") && one.importKind !== "type");

describe("决定十七 工作日历由参数给出", () => {
  it("产品里没有一处悄悄用随系统附带的日历：管理员改了，处处照新的", () => {
    const files = listFiles().filter((file) => isSource(file) && /^(app|components|lib)\//.test(file) && !file.startsWith("lib/workflow/"));
    const found = files.flatMap((file) => {
      const { program } = readSource(file);
      if (!importsCounters(program)) return [];
      const wrong: string[] = [];
      visit(program, (node) => {
        const { callee, arguments: given } = node as Node & { callee?: { name?: string }; arguments?: unknown[] };
        const place = node.type === "CallExpression" ? counters[callee?.name ?? ""] : undefined;
        if (place !== undefined && (given?.length ?? 0) <= place) wrong.push(`${file}: ${callee?.name}`);
        if (node.type === "Identifier" && (node as Node & { name?: string }).name === "builtInCalendar" && file !== "lib/services/platform/clock.ts") wrong.push(`${file}: builtInCalendar`);
      });
      return wrong;
    });
    expect(found).toEqual([]);
  });
});
