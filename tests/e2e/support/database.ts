import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** The embedded database of the system under test; only for what no page can do, such as letting time pass. */
async function onDatabase<T extends pg.QueryResultRow>(statement: string, values: unknown[]): Promise<T[]> {
  const folder = process.env.E2E_DATA_DIR ?? path.resolve(import.meta.dirname, "../../../.data");
  const { port, password } = JSON.parse(readFileSync(path.join(folder, "postgres.json"), "utf8")) as { port: number; password: string };
  const client = new pg.Client({ host: "127.0.0.1", port, user: "app", password, database: "qualification" });
  await client.connect();
  try {
    return (await client.query<T>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** All sessions of an account end, as after thirty idle minutes. */
export async function expireSessions(account: string): Promise<void> {
  await onDatabase(`UPDATE "Session" SET "touchedAt" = now() - interval '40 minutes' WHERE "accountId" = (SELECT "id" FROM "Account" WHERE "login" = $1)`, [account]);
}

/** What the database says of an enterprise's locked particulars. */
export async function storedEnterprise(uscc: string): Promise<{ name: string; particulars: Record<string, string> }> {
  const [row] = await onDatabase<{ name: string; particulars: Record<string, string> }>(`SELECT "name", "particulars" FROM "Enterprise" WHERE "uscc" = $1`, [uscc]);
  if (!row) throw new Error(`no enterprise ${uscc}`);
  return row;
}

/** An electrician's ID number that an application holds. */
export async function claimedIdNumber(applicationId: string): Promise<string> {
  const [row] = await onDatabase<{ idNumber: string }>(`SELECT "idNumber" FROM "ElectricianClaim" WHERE "caseId" = $1 ORDER BY "idNumber" LIMIT 1`, [applicationId]);
  if (!row) throw new Error("no electrician is held");
  return row.idNumber;
}

/** The address of a licence's page, by its number. */
export async function licenceId(number: string): Promise<string> {
  const [row] = await onDatabase<{ id: string }>(`SELECT "id" FROM "Licence" WHERE "number" = $1`, [number]);
  if (!row) throw new Error(`no licence ${number}`);
  return row.id;
}

/** The account of the enterprise that a division or merger names as the counterparty. */
export async function counterpartyOf(applicationId: string): Promise<{ login: string; name: string }> {
  const [row] = await onDatabase<{ login: string; name: string }>(
    `SELECT a."login", e."name" FROM "PartyConfirmation" p JOIN "Enterprise" e ON e."id" = p."enterpriseId" JOIN "Account" a ON a."enterpriseId" = e."id" WHERE p."caseId" = $1 ORDER BY a."createdAt" LIMIT 1`,
    [applicationId],
  );
  if (!row) throw new Error("no counterparty");
  return row;
}

/** The newest notice to everyone. */
export async function newestNoticeId(): Promise<string> {
  const [row] = await onDatabase<{ id: string }>(`SELECT "id" FROM "Notice" ORDER BY "publishedAt" DESC LIMIT 1`, []);
  if (!row) throw new Error("no notice");
  return row.id;
}
