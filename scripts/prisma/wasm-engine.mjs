import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { EngineAdapterFactory } from "./engine-adapter.mjs";

const packageFolder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
const panic = { message: "", set_message: (message) => (panic.message = message) };
let bindings;

export function engineVersion() {
  return JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")).version;
}

/** The message of a Rust panic, which the WASM leaves in a global. */
export const panicMessage = () => panic.message;

async function loadBindings() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = panic;
  const exported = await import(pathToFileURL(path.join(packageFolder, "schema_engine_bg.js")).href);
  const wasm = readFileSync(path.join(packageFolder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": exported });
  exported.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return exported;
}

/** A fresh engine. One engine serves one call: the shadow database factory cannot be used twice in one. */
export async function createEngine({ datamodels, datasource }) {
  bindings ??= await loadBindings();
  const files = datamodels.length > 0 ? datamodels.map((file) => [file, readFileSync(file, "utf8")]) : undefined;
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapterFactory(datasource));
  return bindings.SchemaEngine.new({ datamodels: files }, () => undefined, factory);
}
