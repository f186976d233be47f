import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";

export type Import = { from: string; typeOnly: boolean };
export type Node = { type: string; start: number; end: number; [key: string]: unknown };
export type SourceFile = { path: string; text: string; lines: number; imports: Import[]; program: Node; comments: string[] };

export const root = path.resolve(import.meta.dirname, "../..");

/** The project's own folders and files; whatever is generated or installed stays out. */
const places = ["app", "components", "lib", "prisma", "scripts", "tests", "docs", ".ci", "public"];
const ignored = new Set(["generated", "node_modules"]);

/** Every file of the project, relative to its root. */
export function listFiles(): string[] {
  const rootFiles = readdirSync(root).filter((name) => statSync(path.join(root, name)).isFile() && !name.endsWith(".tsbuildinfo"));
  return [...rootFiles, ...places.flatMap((place) => [...walkFolder(place)])];
}

function* walkFolder(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true, recursive: false })) {
    if (ignored.has(entry.name)) continue;
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walkFolder(name);
    else yield name;
  }
}

export const isSource = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.ts");

export const readSource = (file: string): SourceFile => parseSource(file, readFileSync(path.join(root, file), "utf8"));

/** Parses one file; its imports are named by project path ("lib/terms/offices") or by package ("react"). */
export function parseSource(file: string, text: string): SourceFile {
  const result = parseSync(file, text);
  const { staticImports, staticExports, dynamicImports } = result.module;
  const imports = [
    ...staticImports.map(({ moduleRequest, entries, start, end }) => ({
      from: moduleRequest.value,
      typeOnly: /^import\s+type\b/.test(text.slice(start, end)) || (entries.length > 0 && entries.every((entry) => entry.isType)),
    })),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType }] : [])),
    ),
    ...dynamicImports.map(({ moduleRequest }) => ({
      from: text.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
      typeOnly: false,
    })),
  ];
  return {
    path: file,
    text,
    lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    imports: imports.map(({ from, typeOnly }) => ({ from: resolveImport(file, from), typeOnly })),
    program: result.program as unknown as Node,
    comments: result.comments.map((comment) => comment.value),
  };
}

function resolveImport(file: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  if (!from.startsWith(".")) return from;
  return path.posix.join(path.posix.dirname(file), from);
}

/** Visits every node of a syntax tree, parents first. */
export function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  if (typeof (node as Node).type === "string") see(node as Node);
  for (const child of Object.values(node)) if (typeof child === "object" && child !== null) visit(child, see);
}
