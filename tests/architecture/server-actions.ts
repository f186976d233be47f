import { type Node, type SourceFile, visit } from "./source-file";

type Expression = Node & { name?: string; callee?: Expression; object?: Expression; property?: Expression; arguments?: Node[] };

const hasDirective = (statements: Node[], text: string): boolean =>
  statements.some((statement) => statement.type === "ExpressionStatement" && (statement as Node & { directive?: string }).directive === text);

export const isActionFile = (file: SourceFile): boolean => hasDirective(file.program.body as Node[], "use server");

/** 函数里面的 "use server"：绕过了统一的包装。 */
export function inlineActions(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file.program, (node) => {
    const body = node.type === "BlockStatement" || node.type === "FunctionBody" ? ((node.body ?? (node as Node & { statements?: Node[] }).statements) as Node[] | undefined) : undefined;
    if (Array.isArray(body) && hasDirective(body, "use server")) found.push(file.path);
  });
  return found;
}

/** 导出的动作里，不是 defineAction(输入模式, …) 做成的。 */
export function unwrappedActions(file: SourceFile): string[] {
  return (file.program.body as Node[]).flatMap((statement) => {
    if (statement.type === "ExportAllDeclaration" || statement.type === "ExportDefaultDeclaration") return [`${file.path}#*`];
    if (statement.type !== "ExportNamedDeclaration") return [];
    const declaration = statement.declaration as (Node & { id?: { name: string }; declarations?: (Node & { id: { name: string }; init: Expression | null })[] }) | null;
    if (declaration === null) return [`${file.path}#*`];
    if (declaration.type === "TSInterfaceDeclaration" || declaration.type === "TSTypeAliasDeclaration") return [];
    if (!declaration.declarations) return [`${file.path}#${declaration.id?.name ?? ""}`];
    return declaration.declarations.filter(({ init }) => init?.callee?.name !== "defineAction" || (init.arguments?.length ?? 0) < 2).map(({ id }) => `${file.path}#${id.name}`);
  });
}

const bounds = new Set(["max", "maxLength", "length", "regex", "uuid", "email", "datetime", "date"]);

/** 没有上限的 z.string()、z.array()：一个请求就能塞满请求体的上限。z.record 的键不算。 */
export function unboundedShapes(file: SourceFile): string[] {
  const chains = new Map<number, { methods: Set<string>; kind: string }>();
  const keys = new Set<number>();
  visit(file.program, (node) => {
    if (node.type !== "CallExpression") return;
    const { root, methods } = chainOf(node as Expression);
    const kind = root?.callee?.property?.name ?? "";
    if (!root || root.callee?.object?.name !== "z") return;
    if (kind === "record" && root.arguments?.[0]) keys.add(root.arguments[0].start);
    if (kind !== "string" && kind !== "array") return;
    const known = chains.get(root.start);
    chains.set(root.start, { kind, methods: new Set([...(known?.methods ?? []), ...methods]) });
  });
  return [...chains].filter(([at, { methods }]) => !keys.has(at) && ![...methods].some((method) => bounds.has(method)))
    .map(([at, { kind }]) => `${file.path}:${file.text.slice(0, at).split("\n").length} z.${kind}()`);
}

/** zod/mini 的写法 .check(z.maxLength(3), z.regex(…))：检查在参数里。 */
const checksIn = (parameters: Node[]): string[] => parameters.map((parameter) => (parameter as Expression).callee?.property?.name ?? "");

/** z.string().trim().max(3) → 根是 z.string()，其后依次是 trim、max。 */
function chainOf(call: Expression): { root: Expression | undefined; methods: string[] } {
  const methods: string[] = [];
  let at: Expression | undefined = call;
  while (at?.type === "CallExpression" && at.callee?.type === "MemberExpression") {
    if (at.callee.object?.name === "z") return { root: at, methods };
    methods.push(at.callee.property?.name ?? "", ...checksIn(at.arguments ?? []));
    at = at.callee.object;
  }
  return { root: undefined, methods };
}
