import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Background, freePort, startServer } from "./background";

const next = path.join(path.dirname(createRequire(import.meta.url).resolve("next/package.json")), "dist/bin/next");

export interface NextFloor {
  /** Where its build lies. */
  build: string;
  start: () => Promise<Background>;
}

let built: NextFloor | undefined;

/**
 * A bare Next application: reading and saving one row with Prisma (the floor), and the same through our services.
 * One server, one pool, one run: only what happens inside the handler differs. Built once a run.
 */
export function nextFloor(dataFolder: string): NextFloor {
  return (built ??= buildFloor(path.join(dataFolder, "next")));
}

function buildFloor(cwd: string): NextFloor {
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(path.dirname(cwd), { recursive: true });
  cpSync(path.join(import.meta.dirname, "floor"), cwd, { recursive: true });
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" };
  execFileSync(process.execPath, [next, "build"], { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
  return {
    build: path.join(cwd, ".next"),
    start: async () => {
      const port = await freePort();
      return startServer(port, "/", [next, "start", "--port", String(port), "--hostname", "127.0.0.1"], { cwd, env });
    },
  };
}
