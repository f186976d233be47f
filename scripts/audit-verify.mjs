// npm run audit:verify [-- <anchor>]: recomputes the audit's hash chain on the running or a stopped system's database.
import { ensureDatabaseClient } from "./build/database-client.mjs";
import { openDatabase } from "./database.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { inProject } from "./platform/locations.mjs";
import { startProgram, withSession } from "./platform/session.mjs";
import { typescriptArguments } from "./platform/typescript.mjs";

await runScript(async () => {
  requireNode();
  await withSession(async (session) => {
    const database = await openDatabase();
    session.defer(database.close);
    await ensureDatabaseClient();
    const env = { ...process.env, DATABASE_URL: database.address };
    const program = typescriptArguments(inProject("scripts/audit/verify.ts"));
    const { code } = await startProgram(session, process.execPath, [...program, ...process.argv.slice(2)], { env }).exited;
    process.exitCode = code;
  });
});
