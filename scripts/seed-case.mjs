// npm run seed:case -- <name>: a fresh enterprise with a case in the wanted state, on the running or a stopped system's database.
import { ensureDatabaseClient } from "./build/database-client.mjs";
import { openMigratedDatabase } from "./database.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { dataDirectory, inProject } from "./platform/locations.mjs";
import { startProgram, withSession } from "./platform/session.mjs";
import { typescriptArguments } from "./platform/typescript.mjs";
import { loadKeys } from "./serve/keys.mjs";

await runScript(async () => {
  requireNode();
  await withSession(async (session) => {
    const database = await openMigratedDatabase();
    session.defer(database.close);
    await ensureDatabaseClient();
    const env = { ...process.env, ...loadKeys(), DATABASE_URL: database.address, DATA_DIR: dataDirectory() };
    const program = typescriptArguments(inProject("prisma/seed/seed-case.ts"));
    const { code } = await startProgram(session, process.execPath, [...program, ...process.argv.slice(2)], { env }).exited;
    process.exitCode = code;
  });
});
