import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where everything lives that a running system writes: DATA_DIR, or `.data` beside the code. */
export function dataDirectory() {
  return path.resolve(projectRoot, process.env.DATA_DIR || ".data");
}

export const inProject = (...parts) => path.join(projectRoot, ...parts);
export const inData = (...parts) => path.join(dataDirectory(), ...parts);
