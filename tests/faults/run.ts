import { closeDatabase } from "@/lib/data/client";
import { type Figure, recordFigures } from "../bench/record";
import { auditChain, twoReviewers } from "./decisions";
import { type Fault, Scale } from "./fault";
import { killedBackend, killedServer } from "./kills";
import { foreignOrigins } from "./origins";
import { storedMarkup } from "./markup";
import { typingKept } from "./typing";
import { hostileUploads } from "./uploads";
import { guessing } from "./passwords";
import { everyRole } from "./roles";
import { malformedInput, stopServer } from "./requests";
import { fiveDays, oncePerPhone } from "./ratings";
import { fullPool, numbers, simultaneousSubmits, twoEditors } from "./submissions";
import { twoServers } from "./two-servers";

// npm run faults [T4 T14 …] [--full]: one JSON line a test; what it needs is prepared by scripts/faults.mjs.
const faults: readonly Fault[] = [
  killedServer, killedBackend, twoServers, simultaneousSubmits, twoEditors, twoReviewers, malformedInput, everyRole, foreignOrigins, hostileUploads, storedMarkup, numbers, guessing, oncePerPhone, fiveDays, fullPool, typingKept, auditChain,
];

const parameters = process.argv.slice(2);
const wanted = parameters.filter((parameter) => !parameter.startsWith("--")).map((name) => name.toUpperCase());
const scale = new Scale(parameters.includes("--full"));
let short = 0;
/** As each is done: a full run is long, and what it has found so far is not lost with it. */
const write = (figure: Figure): void => (parameters.includes("--write") ? recordFigures([figure], scale.full ? "，全部次数" : "，短的一遍") : undefined);
try {
  for (const { id, what, target, run } of faults) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const began = performance.now();
    const found = await run(scale).catch((error: unknown) => ({ figure: `没有做完：${error instanceof Error ? error.message : String(error)}`, pass: false, detail: {} }));
    if (!found.pass) short += 1;
    write({ id, what, target, figure: found.figure, pass: found.pass });
    console.log(JSON.stringify({ fault: id, what, pass: found.pass, figure: found.figure, target, full: scale.full, seconds: Math.round((performance.now() - began) / 100) / 10, ...found.detail }));
  }
} finally {
  await stopServer();
  await closeDatabase();
}
if (short > 0) process.exitCode = 1;
