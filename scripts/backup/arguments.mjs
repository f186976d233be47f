import path from "node:path";
import { register } from "tsx/esm/api";
import { Failure } from "../platform/failure.mjs";

/** The one folder a command names, and its options; anything else is explained. */
export function readArguments(command, known = []) {
  const given = process.argv.slice(2);
  const folders = given.filter((argument) => !argument.startsWith("--"));
  const options = given.filter((argument) => argument.startsWith("--"));
  const usage = `npm run ${command} -- <folder>${known.map((option) => ` [${option}]`).join("")}`;
  if (folders.length !== 1 || options.some((option) => !known.includes(option))) throw new Failure(`请写明一个文件夹：${usage}`, "usage");
  return { folder: path.resolve(process.env.INIT_CWD ?? process.cwd(), folders[0]), has: (option) => options.includes(option) };
}

/** The stored files are read through the storage the system itself uses, which is written in TypeScript. */
export async function loadStoredFiles() {
  register();
  return import("./stored-files.ts");
}
