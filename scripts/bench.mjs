// npm run bench: the benchmarks of tests/bench on an embedded database of their own, made anew.
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
  const folder = inProject(".data/bench");
  await removeEmbeddedServer(folder);
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = "";
  await withSession(async (session) => {
    const names = parameters.filter((name) => !name.startsWith("--"));
    const needsBuild = names.length === 0 || parameters.some((name) => /^p(6|9|1[01])$/i.test(name));
    if (needsBuild) await ensureBuild(session, () => console.error("· 构建…"));
    const database = await openMigratedDatabase();
    session.defer(database.close);
    const browser = names.length === 0 || names.some((name) => /^p9$/i.test(name)) ? findChromium() : undefined;
    const env = { ...process.env, ...browser?.env, ...(browser && { CHROMIUM_PATH: browser.program }), ...loadKeys(), DATABASE_URL: database.address, DATA_DIR: folder };
    const { code } = await startProgram(session, process.execPath, [...typescriptArguments(inProject("tests/bench/run.ts")), ...parameters], { env }).exited;
    process.exitCode = code;
  });
});
