import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";

const next = path.join(path.dirname(createRequire(import.meta.url).resolve("next/package.json")), "dist/bin/next");

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * A bare Next application with four routes: reading and saving one row with Prisma (the floor), and the same through our
 * services. One server, one pool, one run: only what happens inside the handler differs.
 */
export async function startFloor(dataFolder: string): Promise<{ origin: string; stop: () => void }> {
  const folder = path.join(dataFolder, "next");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  cpSync(path.join(import.meta.dirname, "floor"), folder, { recursive: true });
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" };
  execFileSync(process.execPath, [next, "build"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const port = await freePort();
  const server = spawn(process.execPath, [next, "start", "--port", String(port), "--hostname", "127.0.0.1"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${origin}/ready`).catch(() => undefined)) return { origin, stop: () => server.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error("the floor did not start");
}
