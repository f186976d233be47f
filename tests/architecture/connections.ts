import { type Node, type SourceFile, visit } from "./source-file";

/** 一个函数：它要不要自己拿一条连接，调用了谁。 */
interface Known {
  /** 取连接的缺省参数在第几个：少给了才拿。 */
  optional: number | undefined;
  calls: Call[];
}

interface Call {
  /** 被调用的函数：文件#名字；本文件里认不出的为空。 */
  to: string;
  given: number;
  at: number;
}

type Callee = Node & { name?: string };
type FunctionNode = Node & { params: (Node & { type: string; right?: Node })[]; body: Node; id?: { name: string } | null };

/** 拿连接的源头。 */
const sources = new Set(["lib/data/client#db", "lib/data/client#pool", "lib/data/client#transaction", "lib/data/client#sqlTransaction"]);
const openers = new Set(["lib/data/client#transaction", "lib/data/client#sqlTransaction"]);
/** 给它哪一条就用哪一条的：收 tx 时不另拿（收 db() 的，db() 自己算）。 */
const passers = new Set(["lib/data/client#sqlIn"]);

const moduleOf = (file: string): string => file.replace(/\.tsx?$/, "");

/** 本文件里的名字各是谁：引来的按出处，自己声明的按本文件。 */
function namesIn(file: SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of file.program.body as Node[]) {
    if (statement.type === "ImportDeclaration") {
      const from = resolved(file.path, String((statement.source as { value: string }).value));
      for (const one of statement.specifiers as { local: { name: string }; imported?: { name: string } }[]) names.set(one.local.name, `${from}#${one.imported?.name ?? "default"}`);
    }
  }
  for (const { name } of functionsIn(file)) names.set(name, `${moduleOf(file.path)}#${name}`);
  return names;
}

function resolved(file: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  if (!from.startsWith(".")) return from;
  const parts = [...file.split("/").slice(0, -1), ...from.split("/")];
  return parts.reduce<string[]>((path, part) => (part === "." ? path : part === ".." ? path.slice(0, -1) : [...path, part]), []).join("/");
}

function functionsIn(file: SourceFile): { name: string; node: FunctionNode }[] {
  return (file.program.body as Node[]).flatMap((statement) => {
    const declaration = (statement.type === "ExportNamedDeclaration" ? statement.declaration : statement) as (Node & { declarations?: Node[] }) | null;
    if (declaration?.type === "FunctionDeclaration") return [{ name: (declaration as FunctionNode).id?.name ?? "", node: declaration as FunctionNode }];
    return (declaration?.declarations ?? []).flatMap((one) => {
      const { id, init } = one as Node & { id: { name?: string }; init: FunctionNode | null };
      return init?.type === "ArrowFunctionExpression" ? [{ name: id.name ?? "", node: init }] : [];
    });
  });
}

function callsIn(node: unknown, names: Map<string, string>): Call[] {
  const calls: Call[] = [];
  visit(node, (inner) => {
    const callee = inner.type === "CallExpression" ? (inner.callee as Callee) : undefined;
    const to = callee?.type === "Identifier" ? names.get(callee.name ?? "") : undefined;
    if (to) calls.push({ to, given: (inner.arguments as Node[]).length, at: inner.start });
  });
  return calls;
}

const takesConnection = (node: Node | undefined, names: Map<string, string>): boolean => callsIn(node, names).some(({ to }) => sources.has(to));

function describe(node: FunctionNode, names: Map<string, string>): Known {
  const optional = node.params.findIndex((parameter) => parameter.type === "AssignmentPattern" && takesConnection(parameter.right, names));
  return { optional: optional < 0 ? undefined : optional, calls: callsIn(node.body, names) };
}

/** 哪些函数（不论绕几道）会自己拿一条连接。 */
function takers(known: ReadonlyMap<string, Known>): (call: Call) => boolean {
  const always = new Set(sources);
  const takes = ({ to, given }: Call): boolean => always.has(to) || (known.get(to)?.optional ?? -1) >= given;
  for (let grew = true; grew; ) {
    grew = false;
    for (const [name, { calls }] of known) {
      if (always.has(name) || passers.has(name) || !calls.some(takes)) continue;
      always.add(name);
      grew = true;
    }
  }
  return takes;
}

const holdsConnection = (node: FunctionNode): boolean =>
  node.params.some((parameter) => parameter.type === "Identifier" && /^(tx|client)$/.test(String((parameter as Node & { name?: string }).name)));

/**
 * 持有一条连接时又要第二条的地方：收 tx 或 client 的函数里、transaction 与 sqlTransaction 的回调里，
 * 调用了自己会拿连接的函数。池子小而并发高时，这样的请求会互相等到超时。
 */
export function nestedConnections(files: readonly SourceFile[]): string[] {
  const perFile = files.map((file) => ({ file, names: namesIn(file) }));
  const known = new Map(perFile.flatMap(({ file, names }) => functionsIn(file).map(({ name, node }): [string, Known] => [`${moduleOf(file.path)}#${name}`, describe(node, names)])));
  const takes = takers(known);
  const found = new Set<string>();
  for (const { file, names } of perFile) {
    visit(file.program, (node) => {
      for (const held of heldBy(node, names)) {
        for (const call of callsIn(held, names).filter(takes)) found.add(`${file.path}:${file.text.slice(0, call.at).split("\n").length} ${call.to}`);
      }
    });
  }
  return [...found];
}

/** 这个节点里持有连接的部分。 */
function heldBy(node: Node, names: Map<string, string>): unknown[] {
  if (node.type === "CallExpression") {
    const callee = node.callee as Callee;
    return callee.type === "Identifier" && openers.has(names.get(callee.name ?? "") ?? "") ? (node.arguments as Node[]) : [];
  }
  const isFunction = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type);
  return isFunction && holdsConnection(node as FunctionNode) ? [(node as FunctionNode).body] : [];
}
