import pg from "pg";
import { readConnectionSettings } from "./connection-settings.mjs";

/** Statements that fail on any row that exists. */
const impossible = /\bADD COLUMN[^,;]*NOT NULL(?![^,;]*DEFAULT)/i;

/** Statements that destroy data, or fail on some rows. */
const risky = [
  /\bDROP (TABLE|COLUMN|TYPE|SCHEMA)\b/i,
  /\bSET NOT NULL\b/i,
  /\bSET DATA TYPE\b/i,
  /\bCREATE UNIQUE INDEX\b/i,
];

/** The dangerous statements of a migration script, each on one line, with the table whose rows are in danger. */
export function listDangers(script) {
  return script
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.replace(/^--.*$/gm, "").replace(/\s+/g, " ").trim())
    .map((statement) => ({ statement, table: tableOf(statement), impossible: impossible.test(statement) }))
    .filter(({ statement, impossible }) => impossible || risky.some((pattern) => pattern.test(statement)));
}

function tableOf(statement) {
  const found = /^(?:ALTER TABLE|DROP TABLE|CREATE UNIQUE INDEX .*? ON) ((?:"[^"]+"\.)?"[^"]+")/i.exec(statement);
  return found?.[1];
}

/** The dangers that concern tables with rows; a table that is empty or not yet there has nothing to lose. */
export async function findDataLoss(script, address) {
  const dangers = listDangers(script);
  if (dangers.length === 0) return { warnings: [], unexecutableSteps: [] };
  const { settings, schema } = readConnectionSettings(address);
  const client = new pg.Client({ ...settings, options: `-c search_path=${schema}` });
  await client.connect();
  const real = [];
  try {
    for (const danger of dangers) if (await concernsRows(client, danger.table)) real.push(danger);
  } finally {
    await client.end();
  }
  const describe = ({ statement }, stepIndex) => ({ message: `Existing rows: ${statement.slice(0, 300)}`, stepIndex });
  return {
    warnings: real.filter((danger) => !danger.impossible).map(describe),
    unexecutableSteps: real.filter((danger) => danger.impossible).map(describe),
  };
}

async function concernsRows(client, table) {
  if (!table) return true;
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS exists", [table]);
  if (!rows[0].exists) return false;
  return (await client.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount > 0;
}
