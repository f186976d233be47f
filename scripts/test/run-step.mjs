import { mkdirSync, rmSync } from "node:fs";
import { inProject } from "../platform/locations.mjs";
import { describeFailure } from "../platform/failure.mjs";
import { startProgram } from "../platform/session.mjs";
import { countPlaywright, countVitest, readCounts } from "./reports.mjs";

const reportFolder = inProject("test-results/reports");
const program = (name) => inProject("node_modules", name);

function freshReport(name) {
  mkdirSync(reportFolder, { recursive: true });
  const file = `${reportFolder}/${name}.json`;
  rmSync(file, { force: true });
  return file;
}

/** Runs one step with its time; whatever it throws becomes a failed step. */
export async function runStep(name, work) {
  const start = Date.now();
  console.log(`\n── ${name} ──`);
  const result = await work().catch((error) => {
    const note = describeFailure(error);
    console.error(`✗ ${note}`);
    return { failed: 1, note };
  });
  return { name, ...result, seconds: Math.round((Date.now() - start) / 100) / 10 };
}

/** A check that passes or fails as a whole. */
export async function runCheck(session, parameters) {
  const { code } = await startProgram(session, process.execPath, parameters).exited;
  return { failed: code === 0 ? 0 : 1 };
}

export async function runVitest(session, project) {
  const report = freshReport(project);
  const flags = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await startProgram(session, process.execPath, [program("vitest/vitest.mjs"), ...flags]).exited;
  return readCounts(report, countVitest, code);
}

export async function runPlaywright(session, env, parameters) {
  const report = freshReport("journeys");
  const all = { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await startProgram(session, process.execPath, [program("@playwright/test/cli.js"), "test", ...parameters], { env: all }).exited;
  return readCounts(report, countPlaywright, code);
}

/** The short run of the fault tests; each prints one JSON line. */
export async function runFaults(session) {
  const { code, output } = await startProgram(session, process.execPath, [inProject("scripts/faults.mjs")], { capture: true }).exited;
  console.log(output.trimEnd());
  const results = output.split("\n").filter((line) => line.startsWith('{"fault"')).map((line) => JSON.parse(line));
  const short = results.filter(({ pass }) => !pass);
  const passed = results.length - short.length;
  const failures = short.map((result) => ({ title: result.fault, message: JSON.stringify(result) }));
  return { passed, failed: code === 0 && passed > 0 ? 0 : Math.max(1, short.length), idle: 0, failures };
}
