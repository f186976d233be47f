import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, can } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { type DocumentRecord, findDocument } from "@/lib/data/documents";
import { DocumentContent } from "@/lib/licensing/documents/content";
import { documentsForParties } from "@/lib/terms/documents";
import { digestOf } from "./digest";

const WHAT = "这份文书";

/** 读得到的一份文书：受送达的企业、本机构的人；分立、合并的另一方与申请人看得到决定。其余一律答没有找到。 */
export async function readableDocument(db: Db, actor: Actor, documentId: string): Promise<DocumentRecord> {
  if (actor.kind === "public") throw new Refusal("unauthenticated", "请先登录");
  const record = z.uuid().safeParse(documentId).success ? await findDocument(db, documentId) : undefined;
  if (!record) {
    authorise(actor, "document.read", {}, WHAT);
    throw notFound(WHAT);
  }
  if (actor.kind !== "enterprise") authorise(actor, "document.read", { officeCode: record.officeCode }, WHAT);
  else if (!(can(actor, "document.read", { enterpriseId: record.enterpriseId }) || isParty(actor.enterpriseId, record))) authorise(actor, "document.read", { enterpriseId: record.enterpriseId }, WHAT);
  return record;
}

function isParty(enterpriseId: string, record: DocumentRecord): boolean {
  return (documentsForParties as readonly string[]).includes(record.kind) && record.followUpId === null && record.case.confirmations.some((party) => party.enterpriseId === enterpriseId);
}

/** 冻结的文字；与出具时的散列不符，就不是当时的文书。 */
export function frozenContent({ content, digest, number }: Pick<DocumentRecord, "content" | "digest" | "number">): DocumentContent {
  const frozen = DocumentContent.parse(content);
  if (digestOf(frozen) !== digest) throw new Error(`document ${number} is not what was issued`);
  return frozen;
}
