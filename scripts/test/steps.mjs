import { existsSync } from "node:fs";
import { ensureDatabaseClient } from "../build/database-client.mjs";
import { ensureBuild, nextProgram } from "../build/production-build.mjs";
import { Failure, requireNode } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { withSession } from "../platform/session.mjs";
import { typescriptArguments } from "../platform/typescript.mjs";
import { runJourneys } from "./journeys.mjs";
import { describeResults } from "./reports.mjs";
import { runCheck, runFaults, runStep, runVitest } from "./run-step.mjs";

const inModules = (name) => inProject("node_modules", name);

/** The steps by name. Every one runs, so that one run shows everything there is to mend. */
function listSteps(session) {
  const docs = inProject("scripts/docs.ts");
  return {
    generate: async () => {
      await ensureDatabaseClient();
      return runCheck(session, [nextProgram, "typegen"]);
    },
    types: () => runCheck(session, [inModules("typescript/bin/tsc"), "--noEmit"]),
    lint: () => runCheck(session, [inModules("oxlint/bin/oxlint")]),
    ...(existsSync(docs) && { docs: () => runCheck(session, [...typescriptArguments(docs), "--check"]) }),
    ...Object.fromEntries(projects.map((project) => [project, () => runVitest(session, project)])),
    build: async () => {
      await ensureBuild(session);
      return { failed: 0 };
    },
    faults: () => runFaults(session),
    journeys: () => runJourneys(session),
  };
}

const projects = ["architecture", "conformance", "unit", "components", "integration"];

/** Runs the named steps, or all, and prints the summary; its last line is `N passed, M failed`. */
export async function runSteps(names) {
  requireNode();
  await withSession(async (session) => {
    const steps = listSteps(session);
    const chosen = names.length > 0 ? names : Object.keys(steps);
    const unknown = chosen.filter((name) => !(name in steps));
    if (unknown.length > 0) {
      throw new Failure(`没有名为 ${unknown.join("、")} 的步骤，可选：${Object.keys(steps).join("、")}`, "no such step");
    }
    const results = [];
    for (const name of chosen) {
      const blocked = (name === "journeys" || name === "faults") && results.some((result) => result.name === "build" && result.failed > 0);
      const work = blocked ? () => Promise.reject(new Failure("构建失败，需要它的测试没有运行", "not run: the build failed")) : steps[name];
      results.push(await runStep(name, work));
      if (session.isEnding()) return;
    }
    console.log(`\n${describeResults(results)}`);
    if (results.some((result) => result.failed > 0)) process.exitCode = 1;
  });
}
