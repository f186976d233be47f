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
export async function counterpartyOf(applicationId: string): Promise<{ login: string; name: string; uscc: string }> {
  const [row] = await onDatabase<{ login: string; name: string; uscc: string }>(
    `SELECT a."login", e."name", e."uscc" FROM "PartyConfirmation" p JOIN "Enterprise" e ON e."id" = p."enterpriseId" JOIN "Account" a ON a."enterpriseId" = e."id" WHERE p."caseId" = $1 ORDER BY a."createdAt" LIMIT 1`,
    [applicationId],
  );
  if (!row) throw new Error("no counterparty");
  return row;
}

/** The deadline of a case's running follow-up was yesterday. */
export async function letFollowUpLapse(applicationId: string): Promise<void> {
  await onDatabase(`UPDATE "FollowUp" SET "dueOn" = to_char(now() AT TIME ZONE 'Asia/Shanghai' - interval '1 day', 'YYYY-MM-DD') WHERE "caseId" = $1 AND "state" = 'open'`, [applicationId]);
}

/** A recurring job's hour has come; the server does it within half a minute. */
export async function putJobInQueue(name: string): Promise<void> {
  await onDatabase(`INSERT INTO pgboss.job ("name") VALUES ($1)`, [name]);
}

/** The licences of an enterprise, in the words of their newest version. */
export async function storedLicences(uscc: string): Promise<{ number: string; state: string; scopeText: string }[]> {
  return onDatabase(
    `SELECT l."number", l."state", (SELECT v."scopeText" FROM "LicenceVersion" v WHERE v."licenceId" = l."id" ORDER BY v."version" DESC LIMIT 1) AS "scopeText"
     FROM "Licence" l JOIN "Enterprise" e ON e."id" = l."enterpriseId" WHERE e."uscc" = $1 ORDER BY l."createdAt"`,
    [uscc],
  );
}

/** A notice to everyone with a web address in it. */
export async function noticeIdWithAddress(): Promise<string> {
  const [row] = await onDatabase<{ id: string }>(`SELECT "id" FROM "Notice" WHERE "body" LIKE '%https://%' ORDER BY "publishedAt" DESC LIMIT 1`, []);
  if (!row) throw new Error("no notice");
  return row.id;
}

/** A rating code that still takes ratings. */
export async function liveCodeId(): Promise<string> {
  const [row] = await onDatabase<{ id: string }>(`SELECT "id" FROM "EvaluationCode" WHERE "revokedAt" IS NULL AND "kind" = 'visit' AND "expiresAt" > now() ORDER BY "createdAt" DESC LIMIT 1`, []);
  if (!row) throw new Error("no rating code");
  return row.id;
}

/** An account's identifier, by its login. */
export async function accountId(login: string): Promise<string> {
  const [row] = await onDatabase<{ id: string }>(`SELECT "id" FROM "Account" WHERE "login" = $1`, [login]);
  if (!row) throw new Error(`no account ${login}`);
  return row.id;
}

/** A checked import with a fault, and a claim to an imported enterprise: both wait for the administrator. */
export async function administrationRecords(): Promise<{ importId: string; claimId: string }> {
  const report = [
    { sheet: "enterprises", line: 2, title: "沈阳导入电力工程有限公司 91210102MA0CNP7N5Y", outcome: "added", faults: [] },
    { sheet: "licences", line: 2, title: "2-1-90001-2022", outcome: "faulty", faults: [{ column: "有效期至", reason: "不晚于有效期自", value: "2021-01-01" }] },
  ];
  const [run] = await onDatabase<{ id: string }>(
    `INSERT INTO "ImportRun" ("id", "fileName", "sha256", "size", "content", "report", "added", "updated", "unchanged", "faulty", "createdById", "createdByName")
     VALUES (gen_random_uuid(), '旧登记簿.xlsx', repeat('0', 64), 1, '{}', $1::jsonb, 1, 0, 0, 1, gen_random_uuid(), '孙管理') RETURNING "id"`, [JSON.stringify(report)],
  );
  const [enterprise] = await onDatabase<{ id: string }>(
    `INSERT INTO "Enterprise" ("id", "name", "uscc", "officeCode", "particulars", "formerNames")
     VALUES (gen_random_uuid(), '沈阳导入电力工程有限公司', '91210102MA0CNP7N5Y', 'NEEB', '{"legalRep":"王磊","region":"辽宁省/沈阳市/和平区"}', '{}') ON CONFLICT ("uscc") DO UPDATE SET "name" = EXCLUDED."name" RETURNING "id"`, [],
  );
  await onDatabase(
    `INSERT INTO "EnterpriseClaim" ("id", "enterpriseId", "login", "displayName", "mobile", "particulars", "dueOn")
     VALUES (gen_random_uuid(), $1, 'claimant_1', '认领人', '13900000008', '{"unitName":"沈阳导入电力工程有限公司","legalRep":"赵敏","region":"辽宁省/沈阳市/和平区"}', '2026-12-01') ON CONFLICT DO NOTHING`, [enterprise?.id],
  );
  const [claim] = await onDatabase<{ id: string }>(`SELECT "id" FROM "EnterpriseClaim" WHERE "enterpriseId" = $1`, [enterprise?.id]);
  return { importId: run?.id ?? "", claimId: claim?.id ?? "" };
}

/** Another officer with the posts and the password of a known one, last in every list, so that nobody else's test is disturbed. */
export async function colleagueOf(account: string): Promise<string> {
  const login = `zz_${account}_${Date.now().toString(36)}`;
  await onDatabase(
    `INSERT INTO "Account" SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'login', $2::text, 'displayName', '同岗'))).* FROM "Account" a WHERE a."login" = $1`,
    [account, login],
  );
  return login;
}

/** From now on the account must set a new password before anything else, as after a reset. */
export async function demandNewPassword(account: string): Promise<void> {
  await onDatabase(`UPDATE "Account" SET "passwordTemporary" = true WHERE "login" = $1`, [account]);
}
