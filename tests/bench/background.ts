import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { createServer } from "node:net";

const running = new Set<ChildProcess>();
const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function stop(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (!ended(child)) child.kill("SIGTERM");
  if (!ended(child)) await exited;
  running.delete(child);
}

/** Ctrl-C and SIGTERM: what was started here ends first. */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void Promise.all([...running].map(stop)).then(() => process.exit(130)));
}

export interface Background {
  origin: string;
  /** From the start of the program to its first 200. */
  milliseconds: number;
  /** Resident memory of the web server, in megabytes. */
  memory: () => number;
  stop: () => Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const agent = new Agent({ keepAlive: false });
const statusOf = (url: string): Promise<number> =>
  new Promise((resolve) => {
    get(url, { agent }, (answer) => resolve((answer.resume(), answer.statusCode ?? 0))).once("error", () => resolve(0));
  });

/** Starts a web server of ours or of the floor and waits for the first 200 at `path`. */
export async function startServer(port: number, path: string, parameters: string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Background> {
  const began = performance.now();
  const child = spawn(process.execPath, parameters, { ...options, stdio: ["ignore", "ignore", "inherit"] });
  running.add(child);
  const origin = `http://127.0.0.1:${port}`;
  const patience = began + 300_000;
  while (!ended(child) && performance.now() < patience) {
    if ((await statusOf(origin + path)) === 200) {
      return { origin, milliseconds: performance.now() - began, memory: () => memoryBelow(child.pid ?? 0), stop: () => stop(child) };
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  await stop(child);
  throw new Error(`${parameters.join(" ")} did not answer`);
}

/** The web server is the program itself or its only Node child. */
function memoryBelow(pid: number): number {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" }).split("\n");
  const rows = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const servers = rows.filter(([own, parent, , args]) => (Number(own) === pid || Number(parent) === pid) && /next-server|server\.js/.test(args ?? ""));
  return Math.round(Math.max(0, ...servers.map(([, , rss]) => Number(rss))) / 1024);
}
