/**
 * Splits a PostgreSQL address into node-postgres settings and Prisma's `schema` parameter.
 * Separate fields, not a connection string: node-postgres lets a connection string win over `database`,
 * and the shadow database must be another one.
 */
export function readConnectionSettings(address) {
  const url = new URL(address);
  const sslMode = url.searchParams.get("sslmode");
  const encrypted = ["require", "verify-ca", "verify-full"].includes(sslMode);
  return {
    schema: url.searchParams.get("schema") ?? "public",
    settings: {
      host: url.searchParams.get("host") ?? url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      ssl: encrypted ? { rejectUnauthorized: sslMode !== "require" } : undefined,
    },
  };
}
