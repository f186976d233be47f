// npm run faults:planted [name …]: plants each fault of tests/planted in a throw-away copy of the project and sees that its tests catch it.
// With --write the table goes into docs/planted-faults.md.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plants } from "../tests/planted/plants.mjs";
import { Failure, requireNode, runScript } from "./platform/failure.mjs";
import { inProject } from "./platform/locations.mjs";

const left = new Set(["node_modules", ".git", ".data", ".next", "test-results"]);

/** The project as it stands, without what it can do without; its packages are borrowed. */
function throwAwayCopy() {
  const copy = mkdtempSync(path.join(tmpdir(), "planted-"));
  cpSync(inProject("."), copy, { recursive: true, filter: (source) => !left.has(path.relative(inProject("."), source)) });
  symlinkSync(inProject("node_modules"), path.join(copy, "node_modules"));
  return copy;
}

function passes(copy, [project, ...files]) {
  const vitest = inProject("node_modules/vitest/vitest.mjs");
  return spawnSync(process.execPath, [vitest, "run", "--project", project, ...files], { cwd: copy, stdio: "ignore", timeout: 300_000 }).status === 0;
}

/** Caught when its tests pass without it and fail with it. */
function tryPlant(copy, { name, file, find, replace, tests }) {
  const target = path.join(copy, file);
  const sound = readFileSync(target, "utf8");
  if (sound.split(find).length !== 2) throw new Failure(`“${name}”要改的地方在 ${file} 里不是恰好一处，请更新 tests/planted/plants.mjs`, "the plant does not fit");
  if (!passes(copy, tests)) return "没有植入时也不通过";
  writeFileSync(target, sound.replace(find, () => replace));
  try {
    return passes(copy, tests) ? "没有发现" : "发现了";
  } finally {
    writeFileSync(target, sound);
  }
}

function page(results) {
  const rows = results.map(({ area, name, file, tests, outcome }) => `| ${area} | ${name} | \`${file}\` | \`${tests.slice(1).join(" ")}\` | ${outcome} |`);
  return ["# 故意植入的错误", "", "由 `npm run faults:planted -- --write` 写成：在项目的一份副本里逐个植入，看所列的测试是不是发现得了；没有植入时同样的测试都通过。", "", "| 领域 | 植入的错误 | 改动的文件 | 发现它的测试 | 结果 |", "| --- | --- | --- | --- | --- |", ...rows, ""].join("\n");
}

await runScript(async () => {
  requireNode();
  const wanted = process.argv.slice(2).filter((parameter) => !parameter.startsWith("--"));
  const chosen = plants.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  const copy = throwAwayCopy();
  try {
    const results = [];
    for (const plant of chosen) {
      const outcome = tryPlant(copy, plant);
      results.push({ ...plant, outcome });
      console.log(`${outcome === "发现了" ? "✓" : "✗"} ${plant.area}：${plant.name} — ${outcome}`);
    }
    if (process.argv.includes("--write")) writeFileSync(inProject("docs/planted-faults.md"), page(results));
    if (results.some(({ outcome }) => outcome !== "发现了")) process.exitCode = 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
