import { execFileSync, spawn } from "node:child_process";
import path from "node:path";
import { type Result, round } from "./measure";

const root = path.resolve(import.meta.dirname, "../..");
const PORT = 4870;
const origin = `http://127.0.0.1:${PORT}`;

interface Running {
  milliseconds: number;
  pid: number;
  stop: () => Promise<void>;
}

/** `npm start` with an embedded database of its own; the time until the first page is there. */
async function start(dataFolder: string): Promise<Running> {
  const env = { ...process.env, DATABASE_URL: "", DATA_DIR: path.join(dataFolder, "start"), PORT: String(PORT), LISTEN_HOST: "127.0.0.1", DEMO_DATA: "0", NODE_OPTIONS: "" };
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], { env, stdio: ["ignore", "ignore", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await exited;
  };
  for (let tries = 0; tries < 12_000 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok) return { milliseconds: performance.now() - began, pid: child.pid ?? 0, stop };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await stop();
  throw new Error("npm start did not answer");
}

/** Resident memory of the web server below a process, in megabytes. */
function memoryOf(parent: number): number {
  const lines = execFileSync("ps", ["-A", "-o", "ppid=,rss=,args="], { encoding: "utf8" }).split("\n");
  const servers = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter((found) => Number(found?.[1]) === parent && /next-server|server\.js/.test(found?.[3] ?? ""));
  return round(Math.max(0, ...servers.map((found) => Number(found?.[2]))) / 1024, 0);
}

async function load(): Promise<void> {
  const pages = ["/login", "/register", "/recover-password", "/verify", "/admin/login"];
  for (let turn = 0; turn < 60; turn += 1) await Promise.all(pages.map(async (page) => (await fetch(origin + page)).text()));
}

/** P11: start to the first 200 with the embedded database, warm, and the memory of the loaded server. */
export async function benchStart(dataFolder: string): Promise<Result[]> {
  await (await start(dataFolder)).stop();
  const times: number[] = [];
  let memory = 0;
  for (let run = 0; run < 3; run += 1) {
    const running = await start(dataFolder);
    times.push(running.milliseconds);
    if (run === 2) {
      await load();
      memory = memoryOf(running.pid);
    }
    await running.stop();
  }
  const fastest = round(Math.min(...times) / 1000, 2);
  return [
    { id: "P11", what: "npm start 到第一个 200（库已建好）", figure: `${fastest} 秒（三次最快）`, target: "≤ 2.5 秒", pass: fastest <= 2.5, detail: { seconds: fastest, all: times.map((time) => round(time / 1000, 2)).join(" ") } },
    { id: "P11", what: "网页服务加载后的内存", figure: `${memory} MB`, target: "≤ 350 MB", pass: memory > 0 && memory <= 350, detail: { megabytes: memory } },
  ];
}
