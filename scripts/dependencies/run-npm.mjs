import { spawn } from "node:child_process";
import { projectRoot } from "../platform/locations.mjs";

/** Runs npm in the project; gives its exit code and what it wrote. */
export function runNpm(parameters) {
  const child = spawn("npm", parameters, { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
  let [output, error] = ["", ""];
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (error += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output, error }));
  });
}
