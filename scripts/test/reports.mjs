import { existsSync, readFileSync } from "node:fs";

/** Counts of a Vitest JSON report. A test that did not run counts as failed: nothing is skipped in silence. */
export function countVitest(report) {
  const passed = report.numPassedTests;
  const idle = report.numTotalTests - passed - report.numFailedTests;
  const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return { passed, failed: report.numFailedTests + idle + brokenFiles, idle };
}

/** The same of a Playwright JSON report; a test that passed only on a retry counts as failed too. */
export function countPlaywright({ stats, errors }) {
  const idle = stats.skipped;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + idle + (errors?.length ?? 0), idle };
}

/** Counts from a report file and the runner's exit code; a runner that failed always counts for at least one. */
export function readCounts(file, count, exitCode) {
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 1, idle: 0 };
  const failed = exitCode !== 0 || counts.passed === 0 ? Math.max(1, counts.failed) : counts.failed;
  return { ...counts, failed };
}

/** The table at the end and its last line, which others parse. */
export function describeResults(results) {
  const lines = results.map(({ name, passed, failed, idle, seconds, note }) => {
    const counts = passed === undefined ? "" : `${passed} passed, ${failed} failed${idle ? ` (${idle} not run)` : ""}`;
    const mark = failed > 0 ? "✗" : "✓";
    return `${mark} ${name.padEnd(14)} ${[counts, note].filter(Boolean).join("  ")}  ${seconds} s`;
  });
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  return [...lines, `${sum("passed")} passed, ${sum("failed")} failed`].join("\n");
}
