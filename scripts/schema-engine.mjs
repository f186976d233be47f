#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is download-only: the same arguments and the same
// JSON-RPC lines on stdio, answered by Prisma's own WASM build of that engine. The Prisma CLI starts this
// file when PRISMA_SCHEMA_ENGINE_BINARY names it.
import { readEngineArguments } from "./prisma/engine-arguments.mjs";

const request = readEngineArguments(process.argv.slice(2));

if (request.command === "version") {
  const { engineVersion } = await import("./prisma/wasm-engine.mjs");
  console.log(`schema-engine-wasm ${engineVersion()}`);
} else if (request.command === "serve") {
  const { serveEngine } = await import("./prisma/engine-server.mjs");
  await serveEngine(request);
  process.exit(0);
} else {
  const { runDatabaseCommand } = await import("./prisma/database-command.mjs");
  process.exit(await runDatabaseCommand(request.command, request.datasource));
}
