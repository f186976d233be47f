import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, describeResults, readCounts } from "../../../scripts/test/reports.mjs";

describe("测试结果的统计", () => {
  it("counts a skipped test and a file that did not load as failed", () => {
    const file = (status, assertionResults) => ({ status, assertionResults });
    const report = { numTotalTests: 5, numPassedTests: 3, numFailedTests: 1, testResults: [file("failed", []), file("passed", [{}])] };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 3, idle: 1 });
  });
  it("counts a journey that needed a second try, or did not run, as failed", () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] })).toEqual({ passed: 4, failed: 4, idle: 1 });
  });
  it("a runner that failed, or left no report, is at least one failure", () => {
    expect(readCounts("/nowhere/report.json", countVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
  it("ends with the line that others read", () => {
    const results = [
      { name: "types", failed: 0, seconds: 1 },
      { name: "unit", passed: 7, failed: 2, idle: 1, seconds: 2 },
    ];
    expect(describeResults(results).split("\n").at(-1)).toBe("7 passed, 2 failed");
    expect(describeResults(results)).toContain("1 not run");
  });
});
