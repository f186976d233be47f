import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { withLock } from "../platform/process-lock.mjs";
import { startProgram } from "../platform/session.mjs";
import { ensureDatabaseClient } from "./database-client.mjs";
import { buildSources, hashSources, readHash } from "./source-hash.mjs";

const mark = inProject(".next/source-hash");
export const nextProgram = inProject("node_modules/next/dist/bin/next");
export const standaloneServer = inProject(".next/standalone/server.js");

/** Builds and lays static files beside the standalone server, which serves them only from there. */
export async function buildForProduction(session, { quiet = false } = {}) {
  await ensureDatabaseClient();
  const hash = hashSources(buildSources);
  rmSync(mark, { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { exited } = startProgram(session, process.execPath, [nextProgram, "build"], { env, capture: quiet });
  const { code, output } = await exited;
  if (code !== 0) {
    if (quiet && !session.isEnding()) console.error(output);
    throw new Failure("构建失败，原因见上文", "next build failed");
  }
  const copies = { ".next/static": ".next/standalone/.next/static", public: ".next/standalone/public" };
  for (const [source, target] of Object.entries(copies)) {
    rmSync(inProject(target), { recursive: true, force: true });
    if (existsSync(inProject(source))) cpSync(inProject(source), inProject(target), { recursive: true });
  }
  writeFileSync(mark, hash);
}

/** Builds only when sources or packages changed since the last build. */
export async function ensureBuild(session, announce = () => undefined) {
  await withLock(inProject("node_modules/.cache/build.lock"), async () => {
    if (existsSync(standaloneServer) && readHash(mark) === hashSources(buildSources)) return;
    announce();
    await buildForProduction(session, { quiet: true });
  });
}
