// npm run keys:rotate [-- --new | --forget]: what is stored encrypted is sealed anew with the present key; --new makes that key first, --forget drops the former ones.
import { ensureDatabaseClient } from "./build/database-client.mjs";
import { openMigratedDatabase } from "./database.mjs";
import { Failure, requireNode, runScript } from "./platform/failure.mjs";
import { dataDirectory, inData, inProject } from "./platform/locations.mjs";
import { tryLock } from "./platform/process-lock.mjs";
import { startProgram, withSession } from "./platform/session.mjs";
import { typescriptArguments } from "./platform/typescript.mjs";
import { forgetFormerKeys, loadKeys, renewKeys } from "./serve/keys.mjs";

/** A server that runs on would go on with the keys it started with. */
function requireStopped(session) {
  const lock = tryLock(inData("server.lock"));
  if (!lock.release) throw new Failure(`数据目录 ${dataDirectory()} 已有服务在运行，请先停止它`, "the server is running on this data");
  session.defer(lock.release);
}

async function reseal(session, keys) {
  const database = await openMigratedDatabase();
  session.defer(database.close);
  await ensureDatabaseClient();
  const env = { ...process.env, ...keys, DATABASE_URL: database.address, DATA_DIR: dataDirectory() };
  return (await startProgram(session, process.execPath, typescriptArguments(inProject("scripts/keys/rotate.ts")), { env }).exited).code;
}

await runScript(async () => {
  requireNode();
  const [wish, ...more] = process.argv.slice(2);
  if (more.length > 0 || (wish !== undefined && wish !== "--new" && wish !== "--forget")) throw new Failure("用法：npm run keys:rotate [-- --new | --forget]", "usage: npm run keys:rotate [-- --new | --forget]");
  await withSession(async (session) => {
    if (wish !== undefined) requireStopped(session);
    if (wish === "--new") renewKeys();
    process.exitCode = await reseal(session, loadKeys());
    if (wish === "--forget" && process.exitCode === 0) {
      forgetFormerKeys();
      console.log("✓ 以前的密钥已去掉（former keys forgotten）");
    }
  });
});
