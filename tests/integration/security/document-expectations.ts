import { db, transaction } from "@/lib/data/client";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { openDocument, printDeliveryReceipt } from "@/lib/services/documents/open-document";
import { registerDelivery } from "@/lib/services/documents/record-delivery";
import type { EnterpriseRoleCode, StaffRoleCode } from "@/lib/terms/roles";
import type { Expectation } from "./expectations";
import type { World } from "./world";

const anyone: readonly EnterpriseRoleCode[] = ["owner", "filler", "submitter"];
const readers: readonly StaffRoleCode[] = ["intake", "examiner", "secondReviewer", "signer", "administrator"];

/** 本企业的一份还没有送达的文书。 */
async function newDocument({ submitted }: World): Promise<string> {
  const { id } = await transaction((tx) => issueDocument(tx, { caseId: submitted, kind: "acceptance" }));
  return id;
}

const issuedOn = async (id: string): Promise<string> => (await db().issuedDocument.findUnique({ where: { id } }))?.issuedOn ?? "2026-01-01";

/** 文书的服务对谁开放。 */
export const documentExpectations: Readonly<Record<string, Expectation>> = {
  "documents/open-document#openDocument": { open: { enterprise: anyone, staff: readers }, record: newDocument, call: openDocument },
  "documents/open-document#printDeliveryReceipt": { open: { staff: readers }, record: newDocument, call: printDeliveryReceipt },
  "documents/list-documents#listDocuments": { open: { staff: readers }, call: (actor) => listDocuments(actor) },
  "documents/list-case-documents#listDocumentsOfCase": { open: { enterprise: anyone, staff: readers }, record: (world) => Promise.resolve(world.submitted), call: (actor, id) => listDocumentsOfCase(actor, id) },
  "documents/record-delivery#registerDelivery": {
    open: { staff: ["intake", "examiner"] }, record: newDocument,
    call: async (actor, documentId) => registerDelivery(actor, { documentId, way: "direct", on: await issuedOn(documentId), receiver: "王丽", note: "" }),
  },
};
