import { ensureDatabaseClient } from "../build/database-client.mjs";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { startProgram } from "../platform/session.mjs";
import { typescriptArguments } from "../platform/typescript.mjs";

/** Recomputes the audit's hash chain in the restored database; that it was done is itself an entry. */
export async function verifyRestoredAudit(session, address) {
  await ensureDatabaseClient();
  const env = { ...process.env, DATABASE_URL: address };
  const { code } = await startProgram(session, process.execPath, typescriptArguments(inProject("scripts/audit/verify.ts")), { env }).exited;
  if (code !== 0) throw new Failure("数据已恢复，但审计链校验没有通过，见上文；请核对备份的来历", "restored, but the audit chain does not verify");
}
