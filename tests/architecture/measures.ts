import { type SourceFile, visit } from "./source-file";

const declarations = /^(lib\/licensing\/(sections|businesses|rule-sets)\/|lib\/terms\/|prisma\/schema\.prisma$)/;

/** Longest a file may be: tables of declarations are longer than code. */
export const lengthLimit = (file: string): number => (declarations.test(file) ? 400 : 300);

/** Lengths in lines of all functions with a body, tests' callbacks excluded by whoever calls this. */
export function functionLengths(file: SourceFile): number[] {
  const lengths: number[] = [];
  visit(file.program, (node) => {
    const isFunction = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type);
    const body = node.body as { type?: string } | null;
    if (isFunction && (body?.type === "BlockStatement" || body?.type === "FunctionBody")) {
      lengths.push(file.text.slice(node.start, node.end).split("\n").length);
    }
  });
  return lengths;
}

/** The value that `share` of the numbers do not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
