import { describe, expect, it } from "vitest";
import { badRatingWorkflow } from "@/lib/evaluation/bad-ratings/workflow";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { auditActions, auditFamilies, auditSubjects } from "@/lib/terms/audit";
import { followUpEvents } from "@/lib/terms/follow-ups";
import { codesOf } from "@/lib/terms/option-map";
import { isSource, listFiles, type Node, readSource, visit } from "@/tests/architecture/source-file";

type Property = Node & { key?: { name?: string; value?: string }; value?: Node };

const sources = listFiles().filter((file) => isSource(file) && /^lib\/(services|data)\//.test(file)).map(readSource);

/** 一个表达式可能是哪几个动作：字面、二者择一；模板只看开头。 */
function actionsIn(node: Node | undefined): { codes: string[]; prefixes: string[]; unknown: boolean } {
  const none = { codes: [], prefixes: [], unknown: false };
  if (!node) return none;
  if (node.type === "Literal") return { ...none, codes: [String(node.value)] };
  if (node.type === "TemplateLiteral") return { ...none, prefixes: [(node.quasis as { value: { raw: string } }[])[0]?.value.raw ?? ""] };
  if (node.type === "ConditionalExpression") {
    const [yes, no] = [actionsIn(node.consequent as Node), actionsIn(node.alternate as Node)];
    return { codes: [...yes.codes, ...no.codes], prefixes: [...yes.prefixes, ...no.prefixes], unknown: yes.unknown || no.unknown };
  }
  return { ...none, unknown: true };
}

const property = (call: Node, name: string): Node | undefined =>
  ((call.arguments as Node[]).find((argument) => argument.type === "ObjectExpression")?.properties as Property[] | undefined)?.find(({ key }) => key?.name === name)?.value;

const calls = sources.flatMap((file) => {
  const found: { file: string; call: Node }[] = [];
  visit(file.program, (node) => {
    if (node.type === "CallExpression" && (node.callee as Node & { name?: string }).name === "recordAudit") found.push({ file: file.path, call: node });
  });
  return found;
});

/** 模板的开头 → 后一半可能是什么。 */
const endings: Readonly<Record<string, readonly string[]>> = {
  "case.": [...licensingWorkflow.map(({ action }) => action), "confirmParty", "declineParty", "recordPartyConsent"],
  "followUp.": codesOf(followUpEvents),
  "badRating.": badRatingWorkflow.map(({ action }) => action),
};

/** 动作由参数带来的几处：凡是像动作代码的字面，都要有词。 */
const looksLikeAction = /^(account|colleague|enterprise|application|case|remark|attachment|submission|sheet|licence|number|outbox|audit|followUp|settings|institution|pilotArea|credit|restriction|badRating|evaluation|exchange)\.[a-z][A-Za-z]+$/;
const deeds = new Set(["authorise", "can"]);

describe("审计的词", () => {
  it("找得到全部写审计的地方", () => expect(calls.length).toBeGreaterThan(35));

  it("写审计时用到的每个动作都有中文", () => {
    const missing = calls.flatMap(({ file, call }) => {
      const { codes, prefixes } = actionsIn(property(call, "action"));
      const all = [...codes, ...prefixes.flatMap((prefix) => (endings[prefix] ?? [`?${prefix}`]).map((ending) => prefix + ending))];
      return all.filter((code) => !Object.hasOwn(auditActions, code)).map((code) => `${file}: ${code}`);
    });
    expect(missing, "请在 lib/terms/audit.ts 里给它们写上中文").toEqual([]);
  });

  it("由参数带来动作的文件，里面像动作的字面也都有中文", () => {
    const indirect = new Set(calls.filter(({ call }) => actionsIn(property(call, "action")).unknown).map(({ file }) => file.replace(/\/[^/]+$/, "")));
    expect(indirect.size).toBeGreaterThan(0);
    const missing = sources.filter(({ path }) => indirect.has(path.replace(/\/[^/]+$/, ""))).flatMap((file) => {
      const skipped = new Set<unknown>();
      const found: string[] = [];
      visit(file.program, (node) => {
        if (node.type === "CallExpression" && deeds.has(String((node.callee as Node & { name?: string }).name))) for (const argument of node.arguments as Node[]) skipped.add(argument);
        if (node.type === "Literal" && !skipped.has(node) && looksLikeAction.test(String(node.value)) && !Object.hasOwn(auditActions, String(node.value))) found.push(`${file.path}: ${String(node.value)}`);
      });
      return found;
    });
    expect(missing).toEqual([]);
  });

  it("每个对象都有中文；SQL 里直接写的动作也有", () => {
    const subjects = calls.flatMap(({ file, call }) => actionsIn(property(call, "subject")).codes.map((code) => ({ file, code })));
    expect(subjects.filter(({ code }) => !Object.hasOwn(auditSubjects, code)).map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
    const raw = sources.filter(({ text }) => text.includes('INSERT INTO "AuditEntry"')).flatMap(({ text }) => [...text.matchAll(/'([a-z][A-Za-z]+\.[a-z][A-Za-z]+)'/g)].map(([, code = ""]) => code));
    expect(raw).toContain("application.save");
    expect(raw.filter((code) => !Object.hasOwn(auditActions, code))).toEqual([]);
  });

  it("查找时可选的动作，词不重复、代码不重复", () => {
    const codes = auditFamilies.flatMap(({ actions }) => codesOf(actions));
    expect(new Set(codes).size).toBe(codes.length);
    const words = Object.values(auditActions);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
