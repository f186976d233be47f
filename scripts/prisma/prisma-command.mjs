import { spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { createRequire } from "node:module";
import { inProject, projectRoot } from "../platform/locations.mjs";

/** Runs the Prisma CLI without its downloads: the schema engine is our stand-in, the update check is off. Gives the exit code. */
export function runPrisma(parameters, { address = process.env.DATABASE_URL ?? "", stdio = "inherit" } = {}) {
  const engine = inProject("scripts/schema-engine.mjs");
  chmodSync(engine, 0o755);
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const env = {
    ...process.env,
    DATABASE_URL: address,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const child = spawn(process.execPath, [cli, ...parameters], { cwd: projectRoot, env, stdio });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
