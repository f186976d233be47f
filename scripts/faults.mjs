// npm run faults [T1 T7 …] [--full]: the fault tests of tests/faults on an embedded database of their own, made anew.
import { ensureBuild } from "./build/production-build.mjs";
import { openMigratedDatabase } from "./database.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { inProject } from "./platform/locations.mjs";
import { startProgram, withSession } from "./platform/session.mjs";
import { typescriptArguments } from "./platform/typescript.mjs";
import { removeEmbeddedServer } from "./postgres/embedded-server.mjs";
import { loadKeys } from "./serve/keys.mjs";
import { findChromium } from "./test/chromium.mjs";

await runScript(async () => {
  requireNode();
  const parameters = process.argv.slice(2);
  const folder = inProject(".data/faults");
  await removeEmbeddedServer(folder);
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = "";
  const browser = findChromium();
  await withSession(async (session) => {
    await ensureBuild(session, () => console.error("· 构建…"));
    const database = await openMigratedDatabase();
    session.defer(database.close);
    const env = { ...process.env, ...browser.env, CHROMIUM_PATH: browser.program, ...loadKeys(), DATABASE_URL: database.address, DATA_DIR: folder, APP_ORIGIN: "http://127.0.0.1" };
    const { code } = await startProgram(session, process.execPath, [...typescriptArguments(inProject("tests/faults/run.ts")), ...parameters], { env }).exited;
    process.exitCode = code;
  });
});
