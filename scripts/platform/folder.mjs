import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

/**
 * Creates a folder and those above it, one by one. Node's own recursive mkdir never returns where a file system answers
 * ENOENT for a folder it cannot hold, as /proc does.
 */
export function makeFolder(folder, mode = 0o755) {
  if (existsSync(folder)) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process was faster.
    if (error.code !== "EEXIST") throw error;
  }
}
