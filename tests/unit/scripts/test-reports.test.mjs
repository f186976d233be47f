import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, describeResults, readCounts } from "../../../scripts/test/reports.mjs";

describe("测试结果的统计", () => {
  it("counts a skipped test and a file that did not load as failed", () => {
    const file = (status, assertionResults) => ({ name: "any.test.ts", status, assertionResults });
    const report = { numTotalTests: 5, numPassedTests: 3, numFailedTests: 1, testResults: [file("failed", []), file("passed", [{ status: "passed" }])] };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 3, idle: 1, failures: [{ title: "any.test.ts", message: "" }] });
  });
  it("counts a journey that needed a second try, or did not run, as failed", () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] })).toEqual({ passed: 4, failed: 4, idle: 1, failures: [{ title: "Playwright", message: "" }] });
  });
  it("a runner that failed, or left no report, is at least one failure", () => {
    expect(readCounts("/nowhere/report.json", countVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
  it("says at the end which tests failed and why, in vitest and in the browser, and which did not run", () => {
    const assertion = { status: "failed", fullName: "许可证 五年", failureMessages: ["\u001b[31mAssertionError: 5 ≠ 6\u001b[39m\n\n    at licence.test.ts:3"] };
    const vitest = countVitest({
      numTotalTests: 1, numPassedTests: 0, numFailedTests: 1,
      testResults: [{ name: "licence.test.ts", status: "failed", assertionResults: [assertion] }, { name: "broken.test.ts", status: "failed", message: ["cannot load", ...Array.from({ length: 12 }, (_, index) => `line ${index + 2}`)].join("\n"), assertionResults: [] }],
    });
    const spec = (title, status, results) => ({ file: "journey.spec.ts", line: 7, title, tests: [{ status, results }] });
    const specs = [spec("好的", "expected", []), spec("不好的", "unexpected", [{ errors: [{ message: "Error: 看不到【提交】" }] }]), spec("没轮到的", "skipped", [])];
    const journeys = countPlaywright({ stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 1 }, suites: [{ suites: [{ specs }] }] });
    const words = describeResults([{ name: "unit", ...vitest, seconds: 1 }, { name: "journeys", ...journeys, seconds: 1 }]);
    for (const said of ["licence.test.ts 许可证 五年", "    AssertionError: 5 ≠ 6\n        at licence.test.ts:3", "broken.test.ts\n    cannot load", "    line 12", "journey.spec.ts:7 不好的\n    Error: 看不到【提交】", "没轮到的\n    没有运行"]) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain("好的\n    没有");
    expect(words).not.toContain("line 13");
    expect(words).not.toContain("\u001b");
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
