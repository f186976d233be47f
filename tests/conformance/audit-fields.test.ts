import { describe, expect, it } from "vitest";
import { badRatingLimits } from "@/lib/evaluation/bad-ratings/deadlines";
import { QueueQuery } from "@/lib/licensing/queue-query";
import { labelOf } from "@/lib/services/audit/detail-words";
import { settings } from "@/lib/services/settings/definitions";
import { isSource, listFiles, type Node, readSource, type SourceFile, visit } from "@/tests/architecture/source-file";

type Property = Node & { key?: { name?: string; value?: string }; value?: Node; argument?: Node };

const sources = listFiles().filter((file) => isSource(file) && file.startsWith("lib/services/")).map(readSource);
const nameOf = (node: Node | undefined): string => (node as (Node & { name?: string }) | undefined)?.name ?? "";

/** 改前改后与成批的几项：名称在里面，自己不写出来。 */
const frames = new Set(["before", "after", "changes", "records"]);

const auditQuery = ["since", "until", "person", "action", "subject", "id", "address"];

/** 不是当场写成的：哪个文件里写作什么，从别处来的内容有哪些项。 */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  "lib/services/evaluation/export-received.ts: query": ["period", "from", "to", "matter", "channel", "level"],
  "lib/services/evaluation/figures/export-figures.ts: query": ["period", "from", "to", "office", "matter", "channel"],
  "lib/services/audit/search-audit.ts: noted(query)": auditQuery,
  "lib/services/audit/export-audit.ts: noted(query)": auditQuery,
  "lib/services/evaluation/exchange/clients.ts: revoked": ["name", "keyId"],
  "lib/services/imports/check-import.ts: counts": ["added", "updated", "unchanged", "faulty"],
  "lib/services/credit/pilot-areas.ts: removed": ["kind", "regionCode"],
  "lib/services/enterprises/manage-institutions.ts: removed": ["name", "uscc"],
  "lib/services/settings/manage-settings.ts: digits": ["regionDigit", "officeDigit"],
  "lib/services/accounts/change-staff.ts: content": ["displayName", "mobile", "officeCode", "roles"],
  "lib/services/accounts/change-staff.ts: maskedMobile(mobile)": ["mobile"],
  "lib/services/settings/manage-offices.ts: rest": ["postalCode", "phone"],
  // 设置的新旧值，另有一项测试
  "lib/services/settings/settings.ts: await getSetting(key, tx)": [],
  "lib/services/settings/settings.ts: parsed.data": [],
};

interface Found {
  keys: string[];
  /** 看不出有哪些项的。 */
  unknown: string[];
  /** 用到了 elsewhere 里的哪些说明。 */
  told: string[];
}

const nothing: Found = { keys: [], unknown: [], told: [] };
const sum = (all: readonly Found[]): Found => ({ keys: all.flatMap(({ keys }) => keys), unknown: all.flatMap(({ unknown }) => unknown), told: all.flatMap(({ told }) => told) });

/** 一个表达式写出哪些项；本文件里的函数、常量跟进去看。 */
function keysIn(node: Node | undefined, file: SourceFile, depth = 0): Found {
  const together = (...all: (Node | undefined)[]): Found => sum(all.map((one) => keysIn(one, file, depth + 1)));
  if (!node || node.type === "Literal" || depth > 12) return nothing;
  const text = `${file.path}: ${file.text.slice(node.start, node.end)}`;
  if (node.type === "ObjectExpression") {
    return sum((node.properties as Property[]).map((one) => {
      if (one.type === "SpreadElement") return keysIn(one.argument, file, depth + 1);
      const key = one.key?.name ?? String(one.key?.value ?? "");
      if (!frames.has(key)) return { ...nothing, keys: [key] };
      // 成批的各家、写入时已说成文字的改动，是库里的行换成的，不跟进去
      return key === "before" || key === "after" ? keysIn(one.value, file, depth + 1) : nothing;
    }));
  }
  if (node.type === "ConditionalExpression") return together(node.consequent as Node, node.alternate as Node);
  if (node.type === "LogicalExpression") return together(node.right as Node);
  if (["TSAsExpression", "ParenthesizedExpression", "TSSatisfiesExpression", "TSNonNullExpression"].includes(node.type)) return together(node.expression as Node);
  if (Object.hasOwn(elsewhere, text)) return { keys: [...(elsewhere[text] ?? [])], unknown: [], told: [text] };
  const declared = declarationOf(nameOf(node.type === "CallExpression" ? (node.callee as Node) : node), file);
  return declared ? together(...declared) : { ...nothing, unknown: [text] };
}

/** 本文件里叫这个名字的常量的值，或函数返回的各个表达式。 */
function declarationOf(name: string, file: SourceFile): Node[] | undefined {
  let found: Node[] | undefined;
  visit(file.program, (node) => {
    if (name === "" || nameOf(node.id as Node | undefined) !== name) return;
    const value = node.type === "VariableDeclarator" ? (node.init as Node | undefined) : node.type === "FunctionDeclaration" ? node : undefined;
    if (value) found = /Function/.test(value.type) ? returnsOf(value) : [value];
  });
  return found;
}

function returnsOf(fn: Node): Node[] {
  const body = fn.body as Node;
  if (body.type !== "BlockStatement") return [body];
  const found: Node[] = [];
  visit(body, (node) => {
    if (node.type === "ReturnStatement" && node.argument) found.push(node.argument as Node);
  });
  return found;
}

const details = sources.flatMap((file) => {
  const found: { file: SourceFile; detail: Node }[] = [];
  visit(file.program, (node) => {
    if (node.type !== "CallExpression" || nameOf(node.callee as Node) !== "recordAudit") return;
    const note = (node.arguments as Node[]).find(({ type }) => type === "ObjectExpression");
    // 整条从别处来的，看不出写了什么
    if (!note) found.push({ file, detail: node });
    for (const one of (note?.properties as Property[] | undefined) ?? []) if (one.key?.name === "detail" && one.value) found.push({ file, detail: one.value });
  });
  return found;
});

const isWorded = (key: string): boolean => /[\u4e00-\u9fff]/.test(labelOf(key));

describe("审计内容的各项", () => {
  it("services 写进审计的每一项都有中文；看不出写了什么的，须在这里说明", () => {
    expect(details.length).toBeGreaterThan(50);
    const read = details.map(({ file, detail }) => ({ path: file.path, ...keysIn(detail, file) }));
    expect(read.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect([...new Set(read.flatMap(({ told }) => told))].toSorted(), "用不着的说明请删去").toEqual(Object.keys(elsewhere).toSorted());
    expect(read.flatMap(({ keys }) => keys)).toEqual(expect.arrayContaining(["section", "uscc", "deferralDefaults", "officeAddress", "title", "daysOff"]));
    expect(read.flatMap(({ path, keys }) => keys.filter((key) => !isWorded(key)).map((key) => `${path}: ${key}`)), "请在 lib/terms/audit.ts 的 auditDetails 里写上中文").toEqual([]);
  });

  it("系统设置、差评办理期限、工作列表的筛选，各项也都有中文", () => {
    const keys = [...Object.keys(settings), ...Object.keys(badRatingLimits), ...Object.keys(QueueQuery.shape)];
    expect(keys.filter((key) => !isWorded(key))).toEqual([]);
  });
});
