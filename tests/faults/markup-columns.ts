import { pool } from "@/lib/data/client";

/** Text columns in which nobody can write words of their own, by the reason. A new one is planted, or stands here. */
const wordless: Readonly<Record<string, string>> = {
  "代码与状态：只收 lib/terms 里的，或由程序写": `
    Account.roles Application.business Application.procedure Attachment.state AuditEntry.action AuditEntry.audience AuditEntry.subject BadRating.appeal BadRating.state BadRating.verdict
    BadRatingEvent.action BadRatingEvent.fromState BadRatingEvent.toState Case.business Case.clockStops Case.extension Case.kind Case.procedure Case.state CaseEvent.action CaseEvent.actorRole CaseEvent.fromState CaseEvent.toState
    CasePerson.kind CreditAnswer.grade CreditAnswer.source CreditRecord.grade Engagement.kind EnterpriseClaim.state Evaluation.channel Evaluation.matter Evaluation.options EvaluationCode.kind EvaluationOptionTally.matter
    EvaluationOptionTally.option EvaluationTally.channel EvaluationTally.matter FollowUp.kind FollowUp.state HolderNotice.kind IdempotencyKey.action ImportRun.state Invitation.roles IssuedDocument.deliveryWay IssuedDocument.kind
    Licence.state LicenceVersion.items Notice.audience Notice.state OutboxMessage.channel OutboxMessage.state OutboxMessage.template PartyConfirmation.state PilotArea.kind PilotArea.regionCode Remark.level RemarkPhrase.scope
    Reminder.kind Restriction.kind Revocation.formerState Revocation.state ServiceTally.matter Session.endReason Setting.key Setting.value SiteVisit.state TodoItem.kind VerificationCode.purpose`,
  "派出机构的代码与名称：只由装载写，没有一页能改": `
    Account.officeCode BadRating.officeCode Case.officeCode Enterprise.officeCode Evaluation.officeCode EvaluationCode.officeCode EvaluationMark.officeCode EvaluationOptionTally.officeCode EvaluationTally.officeCode FollowUp.officeCode
    IssuedDocument.officeCode Licence.officeCode Notice.officeCode Office.code Office.name RemarkPhrase.officeCode ServiceTally.officeCode SiteVisit.officeCode`,
  "日期与月份：写的时候按历法核对，或由程序算": `
    BadRating.rectifyDueOn BadRating.stageDueOn Case.clockPausedOn Case.promisedDueOn Case.stageDueOn Case.statutoryDueOn CreditAnswer.deferralDefaults CreditRecord.deferralDefaults Engagement.fromOn Engagement.toOn
    EnterpriseChange.effectiveOn EnterpriseClaim.dueOn EvaluationMark.month EvaluationOptionTally.month EvaluationTally.month FollowUp.dueOn HolidayYearRecord.daysOff HolidayYearRecord.makeUpWorkdays IssuedDocument.deliveredOn
    IssuedDocument.issuedOn Licence.firstIssuedOn LicenceVersion.issuedOn LicenceVersion.validFrom LicenceVersion.validTo Reminder.dueOn Restriction.fromOn Restriction.untilOn ServiceTally.month SiteVisit.plannedOn SiteVisit.visitedOn
    StaffAbsence.fromOn StaffAbsence.untilOn TodoItem.dueOn`,
  "编号与指向：由程序给出，或指到声明里有的地方": `
    Application.ruleSetId Attachment.rowId Attachment.sectionKey Attachment.slot Case.number Case.openKey IssuedDocument.number Licence.number LicenceVersion.ruleSetId Message.href NumberSeries.key Remark.field Remark.rowId Remark.sectionKey
    Remark.slot SectionAnswer.sectionKey Submission.ruleSetId TodoItem.href`,
  "登录账号、证件号码、信用代码、手机号：登记时校验过格式": `
    Account.login CasePerson.idNumber CreditAnswer.uscc CreditRecord.uscc ElectricianClaim.idNumber Enterprise.uscc LicenceVersion.uscc VerificationCode.mobile`,
  "散列、密文、存储的键、类型：读不成话": `
    Account.passwordHash Attachment.mediaType Attachment.sha256 Attachment.storageKey Evaluation.phoneEncrypted Evaluation.phoneHash Evaluation.submissionKey EvaluationSlot.phoneHash ExchangeClient.keyId ExchangeClient.secretEncrypted
    ImportRun.sha256 Invitation.tokenHash IssuedDocument.digest RecoveryCode.codeHash SecondFactor.sealedSecret SiteVisitPhoto.mediaType SiteVisitPhoto.sha256 SiteVisitPhoto.storageKey VerificationCode.codeHash`,
  "只供程序自己用，没有一页读它": `
    IdempotencyKey.key IdempotencyKey.response LoginAttempt.login PendingUpload.callbackSlug PendingUpload.callbackUrl PendingUpload.fileKey PendingUpload.metadata PendingUpload.result PendingUpload.storageKey RateLimit.key`,
};

const names = (): string[] => Object.values(wordless).flatMap((list) => list.split(/\s+/).filter(Boolean));

/** Every text and JSON column of the database in which no payload stands and which is not excepted, and every exception without its column. */
export async function unplantedColumns(mark: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string; table: string; column: string }>(
    `SELECT table_name || '.' || column_name AS name, table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND udt_name IN ('text', 'varchar', 'bpchar', 'json', 'jsonb', '_text', '_varchar') AND table_name <> '_prisma_migrations'`,
  );
  const held = rows.map(({ name, table, column }) => `SELECT '${name}' AS name, EXISTS (SELECT 1 FROM "${table}" WHERE strpos(lower("${column}"::text), $1) > 0) AS held`);
  const { rows: found } = await pool().query<{ name: string; held: boolean }>(held.join(" UNION ALL "), [mark]);
  const excepted = names();
  return [
    ...found.filter(({ name, held: holds }) => !holds && !excepted.includes(name)).map(({ name }) => `没有植入：${name}`),
    ...excepted.filter((name) => !found.some((one) => one.name === name && !one.held)).map((name) => `例外多余：${name}`),
  ].toSorted();
}
