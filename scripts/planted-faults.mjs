// npm run faults:planted [name …]: plants each fault of tests/planted in a throw-away copy of the project and sees that its test catches it.
// With --write the table goes into docs/planted-faults.md; with names, only their lines are new. Nothing is fetched: packages are borrowed, the database is the embedded one.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plants } from "../tests/planted/plants.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { inProject } from "./platform/locations.mjs";
import { withSession } from "./platform/session.mjs";
import { joinEmbeddedServer } from "./postgres/embedded-server.mjs";

const left = new Set(["node_modules", ".git", ".data", ".next", "test-results"]);
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
const caught = "发现了";

/** The project as it stands, without what it can do without; its packages are borrowed. */
function throwAwayCopy(session) {
  const copy = mkdtempSync(path.join(tmpdir(), "planted-"));
  session.defer(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(inProject("."), copy, { recursive: true, filter: (source) => !left.has(path.relative(inProject("."), source)) });
  symlinkSync(inProject("node_modules"), path.join(copy, "node_modules"));
  return copy;
}

/** One database server for all runs; the tests would otherwise start one each time. */
async function openServer(session, copy) {
  process.env.DATA_DIR = path.join(copy, ".data");
  const server = await joinEmbeddedServer(careless);
  session.defer(() => server.leave());
  return { ...process.env, TEST_DATABASE_URL: server.address("postgres"), DATA_DIR: undefined };
}

const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** How many of the named tests passed and failed; a run that does not come to its end failed. */
function outcomeOf(copy, env, { project, file, title }) {
  const said = path.join(copy, "report.json");
  rmSync(said, { force: true });
  const program = [inProject("node_modules/vitest/vitest.mjs"), "run", "--project", project, "--testTimeout", "60000", "--reporter", "json", "--outputFile", said, "-t", literally(title), file];
  const { status } = spawnSync(process.execPath, program, { cwd: copy, env, stdio: "ignore", timeout: 600_000 });
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(said, "utf8"));
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Caught when its test passes without it and fails with it. */
function tryPlant(copy, env, { file, find, replace, test }) {
  const target = path.join(copy, file);
  const sound = readFileSync(target, "utf8");
  if (sound.split(find).length !== 2) return "要改的地方不是恰好一处，请更新 tests/planted/plants.mjs";
  const before = outcomeOf(copy, env, test);
  if (before.passed === 0 || before.failed > 0) return "没有植入时也不通过";
  writeFileSync(target, sound.replace(find, () => replace));
  try {
    return outcomeOf(copy, env, test).failed > 0 ? caught : "没有发现";
  } finally {
    writeFileSync(target, sound);
  }
}

const report = inProject("docs/planted-faults.md");
const startOf = ({ area, name }) => `| ${area} | ${name} |`;

/** The lines of this run; a plant that was not run keeps its line of an earlier one. */
function page(results) {
  const earlier = existsSync(report) ? readFileSync(report, "utf8").split("\n") : [];
  const rows = plants.flatMap((plant) => {
    const run = results.find(({ name }) => name === plant.name);
    if (!run) return earlier.filter((line) => line.startsWith(startOf(plant)));
    return [`${startOf(run)} \`${run.file}\` | \`${run.test.file}\`「${run.test.title}」 | ${run.outcome} |`];
  });
  const found = rows.filter((line) => line.endsWith(` ${caught} |`)).length;
  return ["# 故意植入的错误", "", `由 \`npm run faults:planted -- --write\` 写成：在项目的一份副本里逐个植入，看所列的测试是不是发现得了；没有植入时同一个测试都通过。植入 ${rows.length} 处，发现 ${found} 处。`, "", "| 领域 | 植入的错误 | 改动的文件 | 发现它的测试 | 结果 |", "| --- | --- | --- | --- | --- |", ...rows, ""].join("\n");
}

await runScript(async () => {
  requireNode();
  const wanted = process.argv.slice(2).filter((parameter) => !parameter.startsWith("--"));
  const chosen = plants.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  await withSession(async (session) => {
    const copy = throwAwayCopy(session);
    const env = await openServer(session, copy);
    const results = [];
    for (const plant of chosen) {
      const outcome = tryPlant(copy, env, plant);
      results.push({ ...plant, outcome });
      console.log(`${outcome === caught ? "✓" : "✗"} ${plant.area}：${plant.name} — ${outcome}`);
    }
    if (process.argv.includes("--write")) writeFileSync(report, page(results));
    if (results.some(({ outcome }) => outcome !== caught)) process.exitCode = 1;
  });
});
