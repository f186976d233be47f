import type { Db } from "@/lib/data/client";
import { insertMessage } from "@/lib/data/communication";
import { type DocumentSubject, findAddressee, findDocumentSubject, insertDocument } from "@/lib/data/documents";
import { getBusiness } from "@/lib/licensing/businesses";
import { composeDocument } from "@/lib/licensing/documents/compose";
import type { DocumentFacts, DocumentValues } from "@/lib/licensing/documents/facts";
import { documentMessage } from "@/lib/licensing/documents/message";
import { documentSeries, formatDocumentNumber } from "@/lib/licensing/documents/number";
import { FollowUpDetail } from "@/lib/licensing/follow-ups";
import { contactLine } from "@/lib/licensing/offices";
import { calendarOf } from "@/lib/services/platform/clock";
import { nextNumber } from "@/lib/services/platform/next-number";
import type { ProcedureCode } from "@/lib/terms/application";
import { businesses } from "@/lib/terms/businesses";
import type { DocumentKind } from "@/lib/terms/documents";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { digestOf } from "./digest";

/** 要出具的一份文书。 */
export interface DocumentOrder {
  caseId: string;
  kind: DocumentKind;
  values?: DocumentValues;
  /** 谁出具；企业提交、终止与系统办的不给。 */
  by?: { id: string | null; name: string };
  /** 随哪条站内消息送出；不给的另发一条。 */
  messageId?: string | undefined;
  /** 受送达的不是申请人时（分立、合并的另一方）。 */
  enterpriseId?: string;
  followUpId?: string;
}

export interface IssuedDocument {
  id: string;
  number: string;
}

const SYSTEM = { id: null, name: "系统" } as const;

/**
 * 出具一份文书：取号、写下全部文字、随站内消息送出，与所办的事同一事务，要么都成要么都没有。
 * 号在最后取：同一机构同一种文书的出具只在提交的片刻排队。
 */
export async function issueDocument(tx: Db, order: DocumentOrder): Promise<IssuedDocument> {
  const subject = await findDocumentSubject(tx, order.caseId);
  if (!subject) throw new Error(`no case ${order.caseId} to issue a document for`);
  const { officeCode, round, now: issuedAt } = subject;
  const [issuedOn, calendar] = [shanghaiDate(issuedAt), await calendarOf(subject.calendarRevision, tx)];
  const kind = kindFor(order.kind, subject);
  const enterpriseId = order.enterpriseId ?? subject.enterpriseId;
  const addressee = enterpriseId === subject.enterpriseId ? { name: subject.enterpriseName, uscc: subject.uscc } : await findAddressee(tx, enterpriseId);
  const facts = factsOf(subject, addressee, { issuedOn, calendar });
  const by = order.by ?? SYSTEM;
  const year = issuedOn.slice(0, 4);
  const number = formatDocumentNumber({ kind, officeCode, year, seq: await nextNumber(tx, documentSeries(kind, officeCode, year)) });
  const content = composeDocument(kind, number, facts, valuesFor(order.values, subject));
  const messageId = order.messageId ?? (await insertMessage(tx, { enterpriseId, caseId: order.caseId, ...documentMessage(content, order.caseId) }));
  const id = await insertDocument(tx, {
    caseId: order.caseId, kind, number, officeCode, enterpriseId, followUpId: order.followUpId ?? null, round, content, digest: digestOf(content),
    issuedById: by.id, issuedByName: by.name, issuedOn, issuedAt, messageId,
  });
  return { id, number };
}

/** 准予的业务另有文书的（注销）用它的。 */
function kindFor(kind: DocumentKind, { business }: DocumentSubject): DocumentKind {
  return kind === "grant" && business ? (getBusiness(business).grantDocument ?? kind) : kind;
}

/** 没有另外给出的，许可证编号取申请所针对的那一件。 */
function valuesFor(values: DocumentValues = {}, subject: DocumentSubject): DocumentValues {
  const licenceNumber = values.licenceNumber ?? subject.licenceNumber;
  return { ...values, ...(licenceNumber ? { licenceNumber } : {}) };
}

const dayOf = (at: Date | null): string | undefined => (at ? shanghaiDate(at) : undefined);

function factsOf(subject: DocumentSubject, addressee: { name: string; uscc: string }, when: Pick<DocumentFacts, "issuedOn" | "calendar">): DocumentFacts {
  const { business, procedure, scopeText, deferralDetail, deferralDueOn } = subject;
  return {
    caseNumber: subject.number, business: wordOf(businesses, business ?? subject.kind), procedure: (procedure ?? "standard") as ProcedureCode,
    scopeText: scopeText ?? "", office: subject.officeName, contact: contactLine(subject), addressee, round: subject.round, ...when,
    submittedOn: dayOf(subject.submittedAt), acceptedOn: dayOf(subject.acceptedAt), stageDueOn: subject.stageDueOn ?? undefined, statutoryDueOn: subject.statutoryDueOn ?? undefined,
    ...(deferralDueOn ? { deferral: { materials: FollowUpDetail.parse(deferralDetail).missing.map(({ label }) => label), dueOn: deferralDueOn } } : {}),
  };
}
