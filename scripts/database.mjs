// The database behind every command: the PostgreSQL of DATABASE_URL, or the embedded one in the data directory.
import { checkExternalServer, createDatabase } from "./postgres/external-server.mjs";
import { joinEmbeddedServer } from "./postgres/embedded-server.mjs";
import { applyMigrations } from "./prisma/apply-migrations.mjs";

const databaseName = "qualification";

/** Opens the database, created but not migrated. `close` stops an embedded server that nobody else uses. */
export async function openDatabase({ serverSettings } = {}) {
  const address = process.env.DATABASE_URL;
  if (address) {
    await checkExternalServer(address);
    return { address, embedded: false, close: async () => undefined };
  }
  const server = await joinEmbeddedServer(serverSettings);
  const own = server.address(databaseName);
  await createDatabase(own).catch(async (error) => {
    await server.leave();
    throw error;
  });
  return { address: own, embedded: true, close: server.leave };
}

/** Opens the database and brings it up to prisma/migrations. */
export async function openMigratedDatabase(options) {
  const database = await openDatabase(options);
  try {
    const applied = await applyMigrations(database.address);
    return { ...database, applied };
  } catch (error) {
    await database.close();
    throw error;
  }
}
