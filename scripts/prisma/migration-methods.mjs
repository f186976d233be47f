// The WASM engine's own createMigration and evaluateDataLoss fail once there is one migration ("PostgreSQL
// shadow DB must be provided through an external factory"), but its diff against the history does not.
import { findDataLoss } from "./data-loss.mjs";

async function diffAgainstHistory(engine, { migrationsList, schema, filters }) {
  // Before the first migration there is no lock file to tell the engine which database it is.
  const history = migrationsList.migrationDirectories.length > 0;
  const difference = await engine.diff({
    from: history ? { tag: "migrations", ...migrationsList } : { tag: "empty" },
    to: { tag: "schemaDatamodel", ...schema },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters,
  });
  const script = difference.stdout ?? "";
  return difference.exitCode !== 0 && script.trim() !== "" ? script : "";
}

export async function evaluateDataLoss(engine, parameters, datasource) {
  const script = await diffAgainstHistory(engine, parameters);
  const loss = await findDataLoss(script, datasource.url);
  return { migrationSteps: script ? 1 : 0, ...loss };
}

export async function createMigration(engine, parameters) {
  const script = await diffAgainstHistory(engine, parameters);
  const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return {
    connectorType: "postgresql",
    generatedMigrationName: parameters.migrationName ? `${timestamp}_${parameters.migrationName}` : timestamp,
    migrationScript: script || (parameters.draft ? "-- This is an empty migration." : null),
    extension: "sql",
  };
}
