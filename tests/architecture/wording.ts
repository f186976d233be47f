import { isPure } from "./layers";
import { type Node, type SourceFile, visit } from "./source-file";

const american = /license(?![de])/i;
const families = "slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose";
const utilities = "bg|text|border|ring|fill|stroke|from|to|via|outline|decoration|divide|accent|caret|shadow|placeholder";
const rawColour = new RegExp(`\\b(${utilities})-((${families})-\\d+|black|white)\\b|-\\[#|^#[0-9a-f]{3,8}$|\\brgba?\\(`, "i");
const clientDirective = (file: SourceFile): boolean => /^\s*(\/\/.*\n|\/\*[\s\S]*?\*\/|\s)*["']use client["']/.test(file.text);

/** Folder names that say nothing about what is inside, and the American spelling. */
export function pathViolations(file: string): string[] {
  const folders = file.split("/").slice(0, -1);
  const vague = folders.filter((folder) => /^(utils?|helpers?|common|misc|shared)$/i.test(folder));
  return [...vague.map((folder) => `${file}: folder ${folder}`), ...(american.test(file) ? [`${file}: licence, not license`] : [])];
}

/** What no source file may hold: a nameless type, an unfinished or muted place, American names. */
export function sourceViolations(file: SourceFile): string[] {
  const found: string[] = [];
  for (const comment of file.comments) {
    const muted = /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable|\b(TODO|FIXME|XXX)\b/.exec(comment);
    if (muted) found.push(muted[0]);
  }
  visit(file.program, (node) => found.push(...nodeViolations(file, node)));
  return found.map((what) => `${file.path}: ${what}`);
}

function nodeViolations(file: SourceFile, node: Node): string[] {
  const found: string[] = [];
  if (node.type === "TSAnyKeyword") found.push("any");
  if ((node.type === "Identifier" || node.type === "JSXIdentifier") && american.test(String(node.name))) found.push(`license in ${node.name}`);
  if (isTooNew(node)) found.push("not in Node 20");
  if (isMutedTest(node)) found.push("a skipped or lonely test");
  if (isPure(file.path) && readsClock(node)) found.push("reads the clock; let the time be passed in");
  if (file.path.endsWith(".tsx") && !file.path.startsWith("tests/")) found.push(...appearanceViolations(node));
  return found;
}

/** The type checker knows more of JavaScript than the oldest Node we run on. */
const newerThanNode20 = new Set(["Map.groupBy", "Object.groupBy", "Array.fromAsync", "Promise.withResolvers", "Promise.try"]);

function isTooNew(node: Node): boolean {
  if (node.type !== "CallExpression" || (node.callee as Node).type !== "MemberExpression") return false;
  const { object, property } = node.callee as Node & { object: Node; property: Node };
  return newerThanNode20.has(`${object.name}.${property.name}`);
}

function isMutedTest(node: Node): boolean {
  if (node.type !== "MemberExpression") return false;
  const object = node.object as Node;
  const property = node.property as Node;
  const name = String(property.name);
  return ["it", "test", "describe"].includes(String(object.name)) && ["skip", "only", "todo", "fixme", "skipIf"].includes(name);
}

function readsClock(node: Node): boolean {
  if (node.type === "NewExpression") return (node.callee as Node).name === "Date" && (node.arguments as Node[]).length === 0;
  if (node.type !== "MemberExpression") return false;
  return (node.object as Node).name === "Date" && (node.property as Node).name === "now";
}

/** Colours come from the tokens in app/styles and inline styles are refused by the content policy. */
function appearanceViolations(node: Node): string[] {
  if (node.type === "JSXAttribute" && (node.name as Node).name === "style") return ["style attribute"];
  const text = node.type === "Literal" ? node.value : node.type === "TemplateElement" ? (node.value as { raw: string }).raw : undefined;
  return typeof text === "string" && rawColour.test(text) ? [`raw colour in ${text.slice(0, 40)}`] : [];
}

/** "use client" belongs to components that a person works; pages and everything behind them stay on the server. */
export function clientViolations(file: SourceFile): string[] {
  if (!clientDirective(file)) return [];
  const onServer = file.path.startsWith("lib/") || /^app\/(.*\/)?(page|layout|route)\.tsx?$/.test(file.path);
  const reaches = file.imports.filter(({ from, typeOnly }) => !typeOnly && /^(server-only|lib\/(services|data|integrations|auth))/.test(from));
  return [
    ...(onServer ? [`${file.path}: "use client" does not belong here`] : []),
    ...reaches.map(({ from }) => `${file.path}: a client component imports ${from}`),
  ];
}

/** Places on one machine, which mean nothing on another. */
export function machineViolations(file: string, text: string): string[] {
  const found = /(^|[\s"'`(=])((\.\.\/)+shared\/|\/work\/|\/farm\/|\/root\/)/m.exec(text);
  return found ? [`${file}: ${found[2]}`] : [];
}
