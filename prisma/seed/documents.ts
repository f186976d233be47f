import type { Prisma } from "@/lib/generated/prisma/client";
import { composeDocument } from "@/lib/licensing/documents/compose";
import type { DocumentFacts, DocumentValues } from "@/lib/licensing/documents/facts";
import { documentSeries, formatDocumentNumber } from "@/lib/licensing/documents/number";
import { digestOf } from "@/lib/services/documents/digest";
import type { DocumentKind } from "@/lib/terms/documents";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { idAt } from "./identities";

/** 一步之后出具的文书，还没有编号。 */
export interface StoryDocument {
  kind: DocumentKind;
  facts: DocumentFacts;
  values: DocumentValues;
  place: { caseId: string; enterpriseId: string; officeCode: string; round: number; messageId: string };
  issuer: { id: string | null; name: string };
  at: Date;
  /** 企业里打开它的人；没有打开为空。 */
  openedBy?: { id: string; name: string };
}

/** 企业多久之后打开。 */
const OPENED_AFTER = 20 * 60_000;

/** 按出具的先后编号、写成行；序列接着往下走。 */
export function documentRows(documents: readonly StoryDocument[], series: Map<string, number>): Prisma.IssuedDocumentCreateManyInput[] {
  return documents.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ kind, facts, values, place, issuer, at, openedBy }) => {
    const year = facts.issuedOn.slice(0, 4);
    const key = documentSeries(kind, place.officeCode, year);
    const seq = (series.get(key) ?? 0) + 1;
    series.set(key, seq);
    const number = formatDocumentNumber({ kind, officeCode: place.officeCode, year, seq });
    const content = composeDocument(kind, number, facts, values);
    return {
      id: idAt(at), ...place, kind, number, content, digest: digestOf(content), issuedById: issuer.id, issuedByName: issuer.name, issuedOn: facts.issuedOn, issuedAt: at,
      ...(openedBy ? opened(openedBy, new Date(at.getTime() + OPENED_AFTER)) : {}),
    };
  });
}

const opened = ({ id, name }: { id: string; name: string }, at: Date) => ({
  openedAt: at, openedById: id, openedByName: name, deliveryWay: "electronic", deliveredOn: shanghaiDate(at), deliveryReceiver: name, deliveryRecordedAt: at,
});
