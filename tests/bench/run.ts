import path from "node:path";
import { closeDatabase } from "@/lib/data/client";
import { describe, type Result } from "./measure";
import { benchScripts } from "./script-size";
import { benchStart } from "./start-up";
import { benchSubmit } from "./submit";
import { benchTabs } from "./tabs";

// npm run bench [P3 P7 …]: figures as ratios inside one run; the database and the build are prepared by scripts/bench.mjs.
const root = path.resolve(import.meta.dirname, "../..");
const dataFolder = process.env.DATA_DIR ?? path.join(root, ".data/bench");

const benches: Record<string, () => Promise<Result[]> | Result[]> = {
  P3: () => benchTabs(dataFolder),
  P7: benchSubmit,
  P10: () => benchScripts(path.join(root, ".next")),
  P11: () => benchStart(dataFolder),
};

const wanted = process.argv.slice(2).map((name) => (name.toUpperCase() === "P4" ? "P3" : name.toUpperCase()));
const results: Result[] = [];
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`· ${name}…`);
    results.push(...(await bench()));
  }
} finally {
  await closeDatabase();
}
console.log(describe(results));
