import { adverseDocuments, type DocumentKind, documentKinds } from "@/lib/terms/documents";
import { remedies } from "../articles";
import { type DocumentContent, DocumentContent as Content } from "./content";
import { extension, siteVisit, termination } from "./course";
import { cancellation, grant, refusal } from "./decisions";
import type { DocumentFacts, DocumentValues, Wording } from "./facts";
import { acceptance, conditionalAcceptance, correction, deferralMet, nonAcceptance, receipt } from "./intake";
import { conditions, hearing, rectification, revocation, revocationNotice } from "./supervision";

/** 各种文书的正文，一种一段声明；画成 PDF 的版式只有一个。 */
const wordings: Readonly<Record<DocumentKind, Wording>> = {
  receipt, acceptance, conditionalAcceptance, deferralMet, correction, nonAcceptance, extension, siteVisit, grant, refusal, cancellation, revocationNotice, hearing, revocation, conditions, rectification,
  termination,
};

const isAdverse = (kind: DocumentKind): boolean => (adverseDocuments as readonly DocumentKind[]).includes(kind);

/** 一份文书的全部文字；此后只存不改。 */
export function composeDocument(kind: DocumentKind, number: string, facts: DocumentFacts, values: DocumentValues = {}): DocumentContent {
  return Content.parse({
    kind, number, title: documentKinds[kind], addressee: { ...facts.addressee }, caseNumber: facts.caseNumber, blocks: [...wordings[kind](facts, values)],
    ...(isAdverse(kind) ? { remedies } : {}), office: facts.office, ...(facts.contact ? { contact: facts.contact } : {}), issuedOn: facts.issuedOn,
  });
}
