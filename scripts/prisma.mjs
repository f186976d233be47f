// npm run prisma -- …: the Prisma CLI, offline, on the embedded database unless DATABASE_URL says otherwise.
import { rmSync } from "node:fs";
import { openDatabase } from "./database.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { inData } from "./platform/locations.mjs";
import { runPrisma } from "./prisma/prisma-command.mjs";

const withoutDatabase = new Set(["generate", "validate", "format", "version", "--version", "-v", "--help", "-h"]);

await runScript(async () => {
  requireNode();
  const parameters = process.argv.slice(2);
  if (parameters.length === 0 || withoutDatabase.has(parameters[0])) {
    process.exitCode = (await runPrisma(parameters)).code;
    return;
  }
  // Ctrl-C reaches the CLI by itself; the database must still be closed after it.
  process.on("SIGINT", () => undefined);
  const database = await openDatabase();
  try {
    process.exitCode = (await runPrisma(parameters, { address: database.address })).code;
    if (parameters[0] === "migrate" && parameters[1] === "reset") rmSync(inData("demonstration-loaded"), { force: true });
  } finally {
    await database.close();
  }
});
