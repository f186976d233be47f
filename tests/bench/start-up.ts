import path from "node:path";
import { startApp } from "./app";
import type { Background } from "./background";
import { call } from "./client";
import { type Result, round } from "./measure";
import { nextFloor } from "./next-floor";

const RUNS = 3;
const [SECONDS, MEGABYTES] = [2.5, 350];
const REQUESTS = 200;
const pages = ["/login", "/register", "/recover-password", "/verify", "/admin/login"];

async function load(server: Background, paths: readonly string[]): Promise<number> {
  for (let sent = 0; sent < REQUESTS; sent += paths.length) await Promise.all(paths.map((one) => call(server.origin + one)));
  return server.memory();
}

/** Starts and stops a few times; the fastest start in seconds, and the memory after a load. */
async function measure(start: () => Promise<Background>, paths: readonly string[]): Promise<{ seconds: number; all: string; memory: number }> {
  const times: number[] = [];
  let memory = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const server = await start();
    times.push(round(server.milliseconds / 1000, 2));
    if (run === RUNS - 1) memory = await load(server, paths);
    await server.stop();
  }
  return { seconds: Math.min(...times), all: times.join(" "), memory };
}

/** P11: start to the first 200 with the embedded database, warm, and the memory of the loaded web server. */
export async function benchStart(dataFolder: string): Promise<Result[]> {
  const own = path.join(dataFolder, "start");
  const floor = await measure(nextFloor(dataFolder).start, ["/"]);
  // The first start makes the database: not warm, not counted.
  await (await startApp(own)).stop();
  const { seconds, all, memory } = await measure(() => startApp(own), pages);
  return [
    {
      id: "P11", what: "npm start 到第一个 200（内置数据库已建好）", figure: `${seconds} 秒（${all}）`, floor: `裸 Next 启动 ${floor.seconds} 秒`, ratio: round(floor.seconds / seconds, 2),
      target: `≤ ${SECONDS} 秒`, reach: { value: seconds, wanted: SECONDS, unit: "秒", least: false }, pass: seconds <= SECONDS, detail: { seconds, all, floorSeconds: floor.seconds },
    },
    {
      id: "P11", what: `网页服务的内存（${REQUESTS} 次请求之后）`, figure: `${memory} MB`, floor: `裸 Next ${floor.memory} MB`, ratio: round(floor.memory / memory, 2),
      target: `≤ ${MEGABYTES} MB`, reach: { value: memory, wanted: MEGABYTES, unit: "MB", least: false }, pass: memory > 0 && memory <= MEGABYTES, detail: { megabytes: memory, floorMegabytes: floor.memory },
    },
  ];
}
