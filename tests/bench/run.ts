import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { closeDatabase } from "@/lib/data/client";
import { benchFigures } from "./figures";
import { benchLargeTab } from "./large-tab";
import { benchLighthouse } from "./lighthouse";
import { describe, type Result } from "./measure";
import { benchQueue, benchQueuePage, benchRaces } from "./queue";
import { benchRatings } from "./ratings";
import { machine, recordFigures } from "./record";
import { reportPage } from "./report";
import { benchScripts } from "./scripts";
import { benchStart } from "./start-up";
import { benchSubmit } from "./submit";
import { benchTabs } from "./tabs";

// npm run bench [P3 P7 …]: figures beside their floors; the database and the build are prepared by scripts/bench.mjs.
const root = path.resolve(import.meta.dirname, "../..");
const dataFolder = process.env.DATA_DIR ?? path.join(root, ".data/bench");

const benches: { names: string[]; run: () => Promise<Result[]> }[] = [
  { names: ["P1", "P2"], run: () => benchRatings(dataFolder) },
  { names: ["P3", "P4"], run: benchTabs },
  { names: ["P4"], run: benchLargeTab },
  { names: ["P5"], run: benchQueue },
  { names: ["P6"], run: () => benchQueuePage(dataFolder) },
  { names: ["RACE"], run: benchRaces },
  { names: ["P7"], run: benchSubmit },
  { names: ["FIG"], run: benchFigures },
  { names: ["P9"], run: () => benchLighthouse(dataFolder) },
  { names: ["P10"], run: () => benchScripts(dataFolder, path.join(root, ".next")) },
  { names: ["P11"], run: () => benchStart(dataFolder) },
];

const parameters = process.argv.slice(2);
const wanted = parameters.filter((name) => !name.startsWith("--")).map((name) => name.toUpperCase());
const results: Result[] = [];
try {
  for (const { names, run } of benches) {
    if (wanted.length > 0 && !names.some((name) => wanted.includes(name))) continue;
    console.error(`· ${names.join("、")}…`);
    results.push(...(await run()));
  }
} finally {
  await closeDatabase();
}
console.log(describe(results));
if (parameters.includes("--write")) recordFigures(results.map((result) => ({ ...result, figure: `${result.figure}；${result.floor}，${result.ratio} ×` })));
const report = reportPage(results, machine());
mkdirSync(dataFolder, { recursive: true });
// The one that is kept shows a whole run only
const kept = parameters.includes("--write") && wanted.length === 0 ? [path.join(root, "docs/bench-report.html")] : [];
for (const file of [path.join(dataFolder, "report.html"), ...kept]) {
  writeFileSync(file, report);
  console.error(`报告：${file}`);
}
if (results.length === 0 || results.some(({ pass }) => !pass)) process.exitCode = 1;
