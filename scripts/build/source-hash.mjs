import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../platform/locations.mjs";

/** What the production build is made of. */
export const buildSources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "middleware.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
];

function* listFiles(entry) {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) if (name !== "generated") yield* listFiles(path.join(entry, name));
}

/** One hash over the names and contents of files and folders of the project. */
export function hashSources(entries, root = projectRoot) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const entry of entries) {
    for (const file of listFiles(path.join(root, entry))) {
      hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

export const readHash = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : undefined);
