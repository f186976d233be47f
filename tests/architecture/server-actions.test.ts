import { describe, expect, it } from "vitest";
import { inlineActions, isActionFile, unboundedShapes, unwrappedActions } from "./server-actions";
import { isSource, listFiles, parseSource, readSource } from "./source-file";

/** 不带输入、要改 Cookie 的：自己核对来源。 */
const ownOriginCheck = ["lib/actions/session-actions.ts#signOutAction"];

/** 收请求内容的地方；其余的 z.string() 读的是我们自己写下的东西。 */
const inputs = /^(app\/.*actions\.ts$|lib\/actions\/|lib\/services\/(accounts|applications|enterprises|parties|review|sheets|settings\/manage)|lib\/licensing\/attachments\/upload|lib\/forms\/(patch|draft))/;
const ownContent = ["lib/services/applications/business-facts.ts", "lib/services/parties/effects-of-case.ts", "lib/services/review/snapshot.ts", "lib/services/sheets/sheet-place.ts"];

const files = listFiles().filter((file) => /^(app|lib|components)\//.test(file) && isSource(file)).map(readSource);

describe("服务端动作（decisions 24、P-1）", () => {
  it("P-1-01 每个动作都由 defineAction 做成：核对来源、解析输入、取得身份、把拒绝变成可读的答复", () => {
    const actions = files.filter(isActionFile);
    expect(actions.length).toBeGreaterThan(5);
    expect(actions.flatMap(unwrappedActions).filter((name) => !ownOriginCheck.includes(name))).toEqual([]);
    expect(files.flatMap(inlineActions)).toEqual([]);
    for (const name of ownOriginCheck) expect(files.find((file) => file.path === name.split("#")[0])?.text).toContain("requireOwnOrigin(await headers())");
  });

  it("P-1-01 输入里的每段文字、每个列表都有上限", () => {
    const unbounded = files.filter((file) => inputs.test(file.path) && !ownContent.includes(file.path)).flatMap(unboundedShapes);
    expect(unbounded).toEqual([]);
  });
});

describe("检查本身", () => {
  const parse = (text: string) => parseSource("app/a/actions.ts", `"use server";\n${text}`);
  it.each([
    "export async function save(input) { return input; }",
    "export const save = async (input) => input;",
    "export const save = defineAction(Input);",
    'export { save } from "./other";',
    'export * from "./other";',
    "export default async function save() {}",
  ])("看得出 %s", (text) => expect(unwrappedActions(parse(text))).toHaveLength(1));

  it("放过 defineAction；看得出函数里的 use server", () => {
    expect(unwrappedActions(parse("export const save = defineAction(Input, save);\nexport type A = string;"))).toEqual([]);
    expect(inlineActions(parseSource("app/a/page.tsx", 'async function save() { "use server"; }'))).toHaveLength(1);
    expect(inlineActions(parseSource("app/a/page.tsx", "async function save() { return 1; }"))).toEqual([]);
  });

  it.each(["z.string()", "z.string().trim().min(1)", "z.array(z.string().max(3))", "z.object({ a: z.string().optional() })", "z.string().check(z.minLength(3))"])("看得出没有上限的 %s", (text) =>
    expect(unboundedShapes(parse(`const A = ${text};`))).toHaveLength(1));
  it.each(["z.string().trim().max(3)", "z.string().regex(/a/)", "z.array(z.uuid()).max(2)", "z.string().check(z.trim(), z.maxLength(3))", "z.record(z.string(), z.number())", "z.uuid()"])("放过 %s", (text) =>
    expect(unboundedShapes(parse(`const A = ${text};`))).toEqual([]));
});
