import { createHash, randomBytes, randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";
import { encryptPhone } from "@/lib/integrations/vault/phone-vault";
import { signCode } from "@/lib/integrations/vault/code-token";
import { sealExchangeSecret } from "@/lib/integrations/vault/exchange-secret";
import { codesOf } from "@/lib/terms/option-map";
import { holderNotices } from "@/lib/terms/queue";
import { siteVisitItems } from "@/lib/terms/site-visits";
import { checkCodeOf } from "@/lib/licensing/documents/check";
import { digestOf } from "@/lib/services/documents/digest";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { plantParticulars } from "./markup-applications";
import type { Planted } from "./markup-payload";

export interface RecordPlace {
  enterpriseId: string;
  accountId: string;
  staffId: string;
  officeCode: string;
  licenceId: string;
  /** A submitted application. */
  caseId: string;
  /** A submitted one that others have to agree to. */
  reorganisationId: string;
}

/** Ids of what was made, by the page that shows it. */
export type MadeRecords = Record<"finished" | "licence" | "confirmation" | "visit" | "document" | "documentCode" | "code" | "revokedCode" | "badRating" | "followUp" | "closedFollowUp" | "notice" | "withdrawn" | "importRun" | "claim" | "rejectedClaim" | "audit" | "invitation" | "token" | "documentNumber" | "licenceNumber" | "batch", string>;

const today = shanghaiDate(new Date());
const later = shanghaiDate(new Date(Date.now() + 30 * 86_400_000));

export async function plantRecords(planted: Planted, place: RecordPlace): Promise<MadeRecords> {
  const { text } = planted;
  await plantPeople(planted, place);
  await plantSettings(planted, place);
  const finished = await finishedCase(planted, place);
  await db().partyConfirmation.create({ data: { caseId: place.reorganisationId, enterpriseId: place.enterpriseId, state: "confirmed", paperNote: planted.text("PartyConfirmation.paperNote"), answeredByName: planted.text("PartyConfirmation.answeredByName"), answeredAt: new Date() } });
  const made = { finished, licence: place.licenceId, confirmation: place.reorganisationId };
  return { ...made, ...(await plantOnCase(planted, place)), ...(await plantRatings(planted, place, finished)), ...(await plantAfterwards(planted, place, finished)), ...(await plantAdministration(planted, place)), licenceNumber: (await db().licence.findUniqueOrThrow({ where: { id: place.licenceId } })).number, invitation: await invite(text, place) };
}

async function invite(text: Planted["text"], { enterpriseId, accountId }: RecordPlace): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await db().invitation.create({ data: { tokenHash: createHash("sha256").update(token).digest("hex"), enterpriseId, invitedById: accountId, displayName: text("Invitation.displayName"), mobile: text("Invitation.mobile"), roles: ["filler"], expiresAt: new Date(Date.now() + 86_400_000) } });
  return token;
}

async function plantPeople({ text }: Planted, { enterpriseId, accountId, staffId, caseId }: RecordPlace): Promise<void> {
  await db().account.create({ data: { login: `t11_${randomUUID().slice(0, 8)}`, audience: "enterprise", displayName: text("Account.displayName"), mobile: text("Account.mobile"), passwordHash: "none", roles: ["filler"], enterpriseId } });
  for (const id of [accountId, staffId]) await db().session.create({ data: { accountId: id, expiresAt: new Date(Date.now() + 3_600_000), address: text("Session.address"), device: text("Session.device") } });
  await db().staffAbsence.create({ data: { accountId: staffId, fromOn: today, untilOn: later, note: text("StaffAbsence.note"), createdById: staffId } });
  await db().savedView.create({ data: { accountId: staffId, name: text("SavedView.name"), query: { q: text("SavedView.query") } } });
  for (const kind of codesOf(holderNotices)) await db().holderNotice.create({ data: { accountId: staffId, caseId, kind, byName: text("HolderNotice.byName"), holderName: text("HolderNotice.holderName"), reason: text("HolderNotice.reason") } });
  const idNumber = text("Person.idNumber");
  await db().person.upsert({ where: { idNumber }, create: { idNumber, name: text("Person.name") }, update: {} });
  await db().engagement.create({ data: { idNumber, enterpriseId, kind: "technician", caseId, detail: { name: text("Engagement.detail"), post: text("Engagement.detail"), titleSpecialty: "electric" }, fromOn: today } });
}

async function plantSettings({ text }: Planted, { enterpriseId, staffId, caseId }: RecordPlace): Promise<void> {
  await db().office.update({ where: { code: "NCEB" }, data: { address: text("Office.address"), postalCode: text("Office.postalCode"), phone: text("Office.phone") } });
  await db().restriction.createMany({ data: [{ reason: text("Restriction.reason"), note: text("Restriction.note") }, { reason: text("Restriction.reason"), revokedAt: new Date(), revokedById: staffId, revokeReason: text("Restriction.revokeReason") }].map((more) => ({ ...more, enterpriseId, kind: "falsehood", fromOn: today, untilOn: later, createdById: staffId, caseId })) });
  await db().remarkPhrase.createMany({ data: [{ scope: "own" }, { scope: "office" }].map((more) => ({ ...more, officeCode: "NEEB", accountId: staffId, text: text("RemarkPhrase.text") })) });
  await db().exchangeClient.create({ data: { name: text("ExchangeClient.name"), keyId: randomUUID(), secretEncrypted: sealExchangeSecret("x"), createdById: staffId } });
  await db().holidayYearRecord.upsert({ where: { year: 2031 }, create: { year: 2031, source: text("HolidayYearRecord.source"), provisional: true, daysOff: [], makeUpWorkdays: [] }, update: {} });
}

async function finishedCase({ text }: Planted, { enterpriseId, accountId, officeCode, licenceId, caseId }: RecordPlace): Promise<string> {
  const at = new Date();
  const { id } = await db().case.create({
    data: {
      number: `T11-${Date.now()}-F`, kind: "licensing", officeCode, enterpriseId, state: "granted", createdById: accountId, submittedAt: at, acceptedAt: at, finishedAt: at, round: 1,
      application: { create: { business: "new-licence", definitionVersion: 1, procedure: "commitment", licenceId, scopeText: text("Application.scopeText") } },
      todos: { create: { enterpriseId, kind: "evaluation", title: text("TodoItem.title"), detail: text("TodoItem.detail"), href: "/evaluations" } },
    },
  });
  const { id: _id, ...round } = await db().submission.findFirstOrThrow({ where: { applicationId: caseId } });
  await db().submission.create({ data: { ...round, applicationId: id, snapshot: round.snapshot as object, summary: round.summary as object, checks: round.checks as object } });
  await db().enterpriseChange.create({ data: { enterpriseId, caseId: id, before: { unitName: text("EnterpriseChange.before") }, after: { unitName: text("EnterpriseChange.after") }, effectiveOn: today } });
  return id;
}

async function plantOnCase({ text }: Planted, { enterpriseId, staffId, officeCode, caseId }: RecordPlace): Promise<Pick<MadeRecords, "visit" | "document" | "documentNumber" | "documentCode">> {
  const said = { reason: text("CaseEvent.detail"), article: text("CaseEvent.detail"), opinion: text("CaseEvent.detail"), remarks: [{ place: text("CaseEvent.detail"), level: "must", text: text("CaseEvent.detail") }] };
  for (const action of ["submit", "returnForCorrection", "requestExtension", "takeOver", "terminate"]) {
    await db().caseEvent.create({ data: { caseId, action, fromState: "submitted", toState: "submitted", actorName: text("CaseEvent.actorName"), actorRole: "intake", note: text("CaseEvent.note"), detail: said } });
  }
  const remark = { caseId, round: 1, sectionKey: "technical-lead", field: "school", level: "must", authorId: staffId, text: text("Remark.text"), place: text("Remark.place") };
  await db().remark.createMany({ data: [remark, { ...remark, sentAt: new Date(), answer: text("Remark.answer"), answeredAt: new Date() }] });
  await db().message.create({ data: { enterpriseId, caseId, title: text("Message.title"), body: text("Message.body") } });
  const findings = codesOf(siteVisitItems).map((item) => ({ item, result: "toRectify", note: text("SiteVisit.findings") }));
  const visit = { caseId, officeCode, plannedOn: today, place: text("SiteVisit.place"), orderedById: staffId, orderedByName: text("SiteVisit.orderedByName") };
  await db().siteVisit.create({ data: { ...visit, state: "cancelled", cancelReason: text("SiteVisit.cancelReason") } });
  const recorded = {
    ...visit, visitedOn: today, findings, summary: text("SiteVisit.summary"), attendee: text("SiteVisit.attendee"), recordedByName: text("SiteVisit.recordedByName"), recordedAt: new Date(),
    officials: { create: { accountId: staffId, name: text("SiteVisitOfficial.name"), confirmedAt: new Date() } },
  };
  const { id } = await db().siteVisit.create({ data: { ...recorded, state: "closed", closedAt: new Date() } });
  await db().siteVisit.create({
    data: {
      ...recorded, state: "recorded",
      photos: { create: { storageKey: randomUUID(), name: `${text("SiteVisitPhoto.name")}.png`, mediaType: "image/png", size: 1, sha256: "0".repeat(64), uploadedById: staffId, uploadedName: text("SiteVisitPhoto.uploadedName") } },
    },
  });
  const words = text("IssuedDocument.content");
  const number = `T11-${randomUUID()}`;
  const content = { kind: "correction", title: words, number, addressee: { name: words, uscc: words }, caseNumber: words, blocks: [{ kind: "text", text: words }, { kind: "list", title: words, items: [words] }, { kind: "terms", rows: [{ label: words, value: words }] }], remedies: words, office: words, contact: words, issuedOn: today };
  const delivered = { openedAt: new Date(), openedByName: text("IssuedDocument.openedByName"), deliveryWay: "direct", deliveredOn: today, deliveryReceiver: text("IssuedDocument.deliveryReceiver"), deliveryNote: text("IssuedDocument.deliveryNote"), deliveryRecordedById: staffId, deliveryRecordedByName: text("IssuedDocument.deliveryRecordedByName"), deliveryRecordedAt: new Date() };
  const document = await db().issuedDocument.create({ data: { caseId, kind: "correction", number, officeCode, enterpriseId, round: 1, content, digest: digestOf(content), issuedById: staffId, issuedByName: text("IssuedDocument.issuedByName"), issuedOn: today, ...delivered } });
  return { visit: id, document: document.id, documentNumber: number, documentCode: checkCodeOf(document.digest) };
}

async function plantRatings({ text }: Planted, { staffId, officeCode }: RecordPlace, caseId: string): Promise<Pick<MadeRecords, "code" | "revokedCode" | "badRating" | "token" | "batch">> {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const batch = randomUUID();
  const code = { kind: "visit", officeCode, servicePoint: text("EvaluationCode.servicePoint"), createdById: staffId, expiresAt };
  const revoked = await db().evaluationCode.create({ data: { ...code, revokedAt: new Date(), revokedById: staffId, revokeReason: text("EvaluationCode.revokeReason") } });
  const visit = await db().evaluationCode.create({ data: { ...code, batchId: batch } });
  await db().evaluationCode.create({ data: { kind: "matter", officeCode, caseId, createdById: staffId, expiresAt } });
  const rating = { officeCode, matter: "new-licence", level: 1, options: [], comment: text("Evaluation.comment"), raterName: text("Evaluation.raterName"), phoneEncrypted: encryptPhone("13900000001") };
  const bad = await db().evaluation.create({ data: { ...rating, caseId, channel: "todo", phoneHash: randomUUID() } });
  await db().evaluation.create({ data: { ...rating, channel: "visit", codeId: visit.id, serviceName: text("Evaluation.serviceName"), phoneHash: randomUUID() } });
  const handling = await db().badRating.create({
    data: { evaluationId: bad.id, officeCode, state: "rectifying", assigneeId: staffId, verdict: "substantiated", stageDueOn: later, rectifyDueOn: later, answer: text("BadRating.answer"), answeredAt: new Date(), callBack: text("BadRating.callBack"), calledBackAt: new Date(), appeal: "refused", appealReason: text("BadRating.appealReason"), appealById: staffId },
  });
  await db().badRatingEvent.create({ data: { badRatingId: handling.id, action: "assign", fromState: "new", toState: "assigned", actorName: text("BadRatingEvent.actorName"), note: text("BadRatingEvent.note") } });
  return { code: visit.id, revokedCode: revoked.id, badRating: handling.id, token: signCode({ id: visit.id, expiresAt }), batch };
}

async function plantAfterwards({ text }: Planted, { enterpriseId, staffId, officeCode, licenceId }: RecordPlace, caseId: string): Promise<Pick<MadeRecords, "followUp" | "closedFollowUp">> {
  const detail = { missing: [], files: [], report: text("FollowUp.detail"), note: text("FollowUp.detail"), suppliedAt: new Date().toISOString(), suppliedBy: text("FollowUp.detail") };
  const place = { caseId, enterpriseId, officeCode, licenceId, dueOn: later, task: text("FollowUp.task"), detail };
  const { id } = await db().followUp.create({ data: { ...place, kind: "rectification", state: "supplied" } });
  const closed = await db().followUp.create({ data: { ...place, kind: "verification", state: "failed", result: text("FollowUp.result"), closedAt: new Date(), closedById: staffId } });
  const revocation = { followUpId: id, licenceId, reason: text("Revocation.reason"), article: text("Revocation.article"), formerState: "valid", proposedById: randomUUID(), proposedByName: text("Revocation.proposedByName") };
  await db().revocation.create({ data: { ...revocation, state: "rejected", decidedById: staffId, decidedByName: text("Revocation.decidedByName"), decidedAt: new Date(), note: text("Revocation.note") } });
  return { followUp: id, closedFollowUp: closed.id };
}

async function plantAdministration(planted: Planted, { enterpriseId, staffId }: RecordPlace): Promise<Pick<MadeRecords, "notice" | "withdrawn" | "importRun" | "claim" | "rejectedClaim" | "audit">> {
  const { text } = planted;
  const words = { title: text("Notice.title"), body: `${text("Notice.body")}\nhttps://example.org/${text("Notice.body")}`, createdByName: text("Notice.createdByName") };
  const notice = await db().notice.create({ data: { ...words, state: "published", audience: "public", pinned: true } });
  const withdrawn = await db().notice.create({ data: { ...words, state: "withdrawn", withdrawnAt: new Date(), withdrawReason: text("Notice.withdrawReason") } });
  await db().outboxMessage.create({ data: { channel: "sms", recipient: text("OutboxMessage.recipient"), template: "notice.correction", body: text("OutboxMessage.body"), params: { name: text("OutboxMessage.params") }, state: "failed", attempts: 5, lastError: text("OutboxMessage.lastError") } });
  const fault = { column: text("ImportRun.report"), reason: text("ImportRun.report"), value: text("ImportRun.report") };
  const run = { fileName: text("ImportRun.fileName"), sha256: "0", size: 1, added: 0, updated: 0, unchanged: 0, createdById: staffId, createdByName: text("ImportRun.createdByName") };
  const line = { sheet: "enterprises", line: 2, title: text("ImportRun.report"), faults: [fault] };
  await db().importRun.create({ data: { ...run, state: "applied", report: [{ ...line, outcome: "added", faults: [] }], faulty: 0, appliedByName: text("ImportRun.appliedByName"), appliedAt: new Date() } });
  const importRun = await db().importRun.create({ data: { ...run, content: { enterprises: text("ImportRun.content") }, report: [{ ...line, outcome: "faulty" }], faulty: 1 } });
  const claim = { enterpriseId, login: text("EnterpriseClaim.login"), displayName: text("EnterpriseClaim.displayName"), mobile: text("EnterpriseClaim.mobile"), particulars: plantParticulars(planted, "EnterpriseClaim.particulars"), dueOn: later };
  const rejected = await db().enterpriseClaim.create({ data: { ...claim, state: "rejected", reason: text("EnterpriseClaim.reason"), decidedByName: text("EnterpriseClaim.decidedByName"), decidedAt: new Date() } });
  const { id } = await db().enterpriseClaim.create({ data: claim });
  const audit = await db().auditEntry.create({ data: { actorName: text("AuditEntry.actorName"), audience: "staff", action: "settings.change", subject: "Setting", subjectId: text("AuditEntry.subjectId"), detail: { before: text("AuditEntry.detail"), after: { note: text("AuditEntry.detail") } }, address: text("AuditEntry.address") } });
  return { notice: notice.id, withdrawn: withdrawn.id, importRun: importRun.id, claim: id, rejectedClaim: rejected.id, audit: audit.id };
}
