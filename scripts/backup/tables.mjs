import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import copyStreams from "pg-copy-streams";

/** The queue of recurring jobs (schema pgboss) is no data: every server fills it again when it starts. */
const TABLES = `
  SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns,
    (SELECT array_agg(quote_ident(k.attname) || CASE WHEN k.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END ORDER BY p.place)
     FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS p(number, place), pg_attribute k
     WHERE i.indrelid = c.oid AND i.indisprimary AND k.attrelid = c.oid AND k.attnum = p.number) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"`;

/** Every table of the system: its columns, and what puts its rows in an order that is the same on every server. */
export async function listTables(client) {
  const { rows } = await client.query(TABLES);
  return rows.map(({ name, columns, key }) => ({ name, columns, key: key ?? ["t::text COLLATE \"C\""] }));
}

/** Migrations that ran to their end, with the checksum of each file. */
export async function listMigrations(client) {
  const { rows: [{ exists }] } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists");
  if (!exists) return [];
  const { rows } = await client.query(`
    SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`);
  return rows;
}

/** Lets bytes through and knows afterwards how many there were and their SHA-256. */
export function meter() {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ bytes, sha256: hash.digest("hex") }) };
}

const quoted = (client, name) => `public.${client.escapeIdentifier(name)}`;

/** Sends a table's rows through the given streams, in PostgreSQL's own COPY text format, in the order of its key. */
export async function copyOut(client, { name, columns, key }, ...streams) {
  const source = client.query(copyStreams.to(`COPY (SELECT ${columns.join(", ")} FROM ${quoted(client, name)} AS t ORDER BY ${key.join(", ")}) TO STDOUT`));
  const { stream, measured } = meter();
  await pipeline(source, stream, ...streams);
  return { rows: source.rowCount, ...measured() };
}

/** Fills a table from rows in that format. */
export async function copyIn(client, { name, columns }, ...streams) {
  const target = client.query(copyStreams.from(`COPY ${quoted(client, name)} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(...streams, target);
  return target.rowCount;
}
