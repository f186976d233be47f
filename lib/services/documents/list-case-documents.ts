import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findDocumentCase, listCaseDocuments } from "@/lib/data/documents";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { today } from "@/lib/services/platform/clock";
import { documentsForParties } from "@/lib/terms/documents";
import { documentRow } from "./document-row";

const WHAT = "这件申请";

/** 一件案件的文书，先出具的在前：内网看全部，企业看送给自己的，分立、合并的另一方只看决定。 */
export async function listDocumentsOfCase(actor: Actor, caseId: string, followUpId?: string): Promise<DocumentRow[]> {
  const found = await findDocumentCase(db(), caseId);
  if (!found) {
    authorise(actor, "document.read", {}, WHAT);
    throw notFound(WHAT);
  }
  const isParty = actor.kind === "enterprise" && found.confirmations.some((party) => party.enterpriseId === actor.enterpriseId);
  if (actor.kind === "enterprise") authorise(actor, "document.read", { enterpriseId: isParty ? actor.enterpriseId : found.enterpriseId }, WHAT);
  else authorise(actor, "document.read", { officeCode: found.officeCode }, WHAT);
  const [rows, day] = [await listCaseDocuments(db(), caseId, followUpId), await today()];
  const readable = actor.kind === "enterprise" ? rows.filter((row) => row.enterpriseId === actor.enterpriseId || (isParty && row.followUpId === null && (documentsForParties as readonly string[]).includes(row.kind))) : rows;
  return readable.map((row) => documentRow(row, { caseNumber: found.number, enterprise: found.enterprise.name }, actor, day));
}
