import { createHash } from "node:crypto";
import type { AuditFault, ChainHead } from "@/lib/audit/views";
import type { Seal, StoredEntry } from "@/lib/data/audit-seals";

/** 第一环之前。 */
export const genesis: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** 一条审计的规范文字：十项依次排成 JSON 数组，没有的为 null；detail 是数据库给的文字，不再解析。 */
export function canonicalEntry(entry: StoredEntry): string {
  const { id, at, actorId, actorName, audience, action, subject, subjectId, detail, address } = entry;
  return JSON.stringify([id, at, actorId, actorName, audience, action, subject, subjectId, detail, address]);
}

const sha256 = (...parts: (string | Buffer)[]): string => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

/** 下一环：把上一环的散列（三十二个字节）与这一条的规范文字连起来取散列。 */
export function linkEntry(head: ChainHead, entry: StoredEntry): Seal {
  const text = canonicalEntry(entry);
  return { seq: head.seq + 1, entryId: entry.id, entryHash: sha256(text), chainHash: sha256(Buffer.from(head.hash, "hex"), text) };
}

/** 依次接上一批。 */
export function linkEntries(head: ChainHead, entries: readonly StoredEntry[]): Seal[] {
  const seals: Seal[] = [];
  let last = head;
  for (const entry of entries) {
    const seal = linkEntry(last, entry);
    seals.push(seal);
    last = headOf(seal);
  }
  return seals;
}

export const headOf = ({ seq, chainHash }: Seal): ChainHead => ({ seq, hash: chainHash });

/** 这一环哪里不对：缺环、条目不在、内容变了、接不上。 */
export function faultOfSeal(head: ChainHead, seal: Seal & { entry: StoredEntry | null }): AuditFault | undefined {
  const { seq, entryId, entry } = seal;
  if (seq !== head.seq + 1) return { kind: "missingSeal", seq: head.seq + 1 };
  if (!entry) return { kind: "deleted", seq, entryId };
  const expected = linkEntry(head, entry);
  if (expected.entryHash !== seal.entryHash) return { kind: "changed", seq, entryId };
  return expected.chainHash === seal.chainHash ? undefined : { kind: "broken", seq, entryId };
}
