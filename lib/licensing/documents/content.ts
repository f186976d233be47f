import * as z from "zod";

/** 文书正文的一段：一句话、逐条的清单，或“项目：内容”。 */
const DocumentBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("list"), title: z.string(), items: z.array(z.string()) }),
  z.object({ kind: z.literal("terms"), rows: z.array(z.object({ label: z.string(), value: z.string() })) }),
]);
export type DocumentBlock = z.infer<typeof DocumentBlock>;

/** 出具时冻结的全部文字：十年之后打开，读到的还是当时的话，画法可以改，字不改。 */
export const DocumentContent = z.object({
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  addressee: z.object({ name: z.string(), uscc: z.string() }),
  caseNumber: z.string(),
  blocks: z.array(DocumentBlock),
  /** 对决定不服的救济；不影响权益的文书没有。 */
  remedies: z.string().optional(),
  office: z.string(),
  /** 机关的联系方式，出具之时的样子；没有登记的不印。 */
  contact: z.string().optional(),
  /** YYYY-MM-DD。 */
  issuedOn: z.string(),
});
export type DocumentContent = z.infer<typeof DocumentContent>;

/** 规范文字：键按字典序，各处算出的散列相同（数据库的 jsonb 不保留键的次序）。 */
export function canonicalContent(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalContent).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalContent(item)}`).join(",")}}`;
}
