import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../bench/background";

const root = path.resolve(import.meta.dirname, "../..");

/** A production server of ours that can be killed the hard way and started again on the same port. */
export interface Server {
  origin: string;
  /** SIGKILL to the program and all it started; resolves when it is gone. */
  kill: () => Promise<void>;
  /** Starts it (again); milliseconds to its first 200. */
  start: () => Promise<number>;
  stop: () => Promise<void>;
}

const everyServer = new Set<ChildProcess>();
for (const signal of ["exit", "SIGINT", "SIGTERM"] as const) process.once(signal, () => [...everyServer].forEach((child) => killTree(child, "SIGKILL")));

function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    // Gone already.
  }
}

export interface ServerSettings {
  /** Its own folder below the data directory, for its lock. */
  name: string;
  /** What people type; behind a proxy not the server's own address. */
  appOrigin?: string;
  env?: Record<string, string>;
}

/** Prepares a server on a free port; it runs `scripts/start.mjs` as it ships, against the database of this run. */
export async function prepareServer({ name, appOrigin, env = {} }: ServerSettings): Promise<Server> {
  const [port, folder] = [await freePort(), path.join(process.env.DATA_DIR ?? root, name)];
  mkdirSync(folder, { recursive: true });
  const origin = `http://127.0.0.1:${port}`;
  // What the server says while it is being attacked is for whoever looks for the reason afterwards.
  const log = openSync(path.join(folder, "server.log"), "a");
  const settings = { ...process.env, DATA_DIR: folder, PORT: String(port), LISTEN_HOST: "127.0.0.1", APP_ORIGIN: appOrigin ?? origin, DEMO_DATA: "0", NODE_OPTIONS: "", ...env };
  let child: ChildProcess | undefined;
  const gone = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = new Promise<void>((resolve) => ending.once("exit", () => resolve()));
    killTree(ending, signal);
    await exited;
    everyServer.delete(ending);
  };
  return {
    origin,
    kill: () => gone("SIGKILL"),
    stop: () => gone("SIGTERM"),
    start: async () => {
      const began = performance.now();
      child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], { cwd: root, env: settings, stdio: ["ignore", log, log], detached: true });
      everyServer.add(child);
      await untilHealthy(origin, child);
      return performance.now() - began;
    },
  };
}

async function untilHealthy(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 2_400; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(25);
  }
  throw new Error("the server did not answer within a minute");
}
