import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The first lines of what a failed test said, without colours: enough to know what broke when only the end of the output is kept. */
function firstLines(message) {
  return String(message ?? "").replace(/\u001b\[[0-9;]*m/g, "").split("\n").filter((line) => line.trim() !== "").slice(0, 12).join("\n");
}

function failuresOfVitest({ testResults }) {
  return testResults.flatMap((file) => {
    const name = path.relative(process.cwd(), file.name);
    const tests = file.assertionResults.filter(({ status }) => status !== "passed");
    if (tests.length === 0 && file.status === "failed") return [{ title: name, message: firstLines(file.message) }];
    return tests.map((test) => ({ title: `${name} ${test.fullName}`, message: firstLines(test.failureMessages?.[0]) }));
  });
}

function failuresOfPlaywright({ suites = [], errors = [] }) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const isExpected = (spec) => spec.tests.every((test) => test.status === "expected");
  const messageOf = (spec) => spec.tests.flatMap((test) => test.results).flatMap((result) => result.errors ?? [])[0]?.message;
  const failed = suites.flatMap(specsOf).filter((spec) => !isExpected(spec));
  return [
    ...failed.map((spec) => ({ title: `${spec.file}:${spec.line} ${spec.title}`, message: firstLines(messageOf(spec) ?? "没有运行") })),
    ...errors.map((error) => ({ title: "Playwright", message: firstLines(error.message) })),
  ];
}

/** Counts of a Vitest JSON report. A test that did not run counts as failed: nothing is skipped in silence. */
export function countVitest(report) {
  const passed = report.numPassedTests;
  const idle = report.numTotalTests - passed - report.numFailedTests;
  const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return { passed, failed: report.numFailedTests + idle + brokenFiles, idle, failures: failuresOfVitest(report) };
}

/** The same of a Playwright JSON report; a test that passed only on a retry counts as failed too. */
export function countPlaywright(report) {
  const { stats, errors } = report;
  const idle = stats.skipped;
  const failed = stats.unexpected + stats.flaky + idle + (errors?.length ?? 0);
  return { passed: stats.expected, failed, idle, failures: failuresOfPlaywright(report) };
}

/** Counts from a report file and the runner's exit code; a runner that failed always counts for at least one. */
export function readCounts(file, count, exitCode) {
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 1, idle: 0 };
  const failed = exitCode !== 0 || counts.passed === 0 ? Math.max(1, counts.failed) : counts.failed;
  return { ...counts, failed };
}

function describeFailures({ name, failures = [] }) {
  return failures.map(({ title, message }) => `✗ ${name}  ${title}\n${message.replace(/^/gm, "    ")}`);
}

/** What failed and why, then the table; its last line is what others parse. */
export function describeResults(results) {
  const lines = results.map(({ name, passed, failed, idle, seconds, note }) => {
    const counts = passed === undefined ? "" : `${passed} passed, ${failed} failed${idle ? ` (${idle} not run)` : ""}`;
    const mark = failed > 0 ? "✗" : "✓";
    return `${mark} ${name.padEnd(14)} ${[counts, note].filter(Boolean).join("  ")}  ${seconds} s`;
  });
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  return [...results.flatMap(describeFailures), ...lines, `${sum("passed")} passed, ${sum("failed")} failed`].join("\n");
}
