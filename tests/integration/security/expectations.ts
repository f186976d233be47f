import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import type { EnterpriseRoleCode, StaffRoleCode } from "@/lib/terms/roles";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { changePassword } from "@/lib/services/accounts/change-password";
import { inviteColleague, listColleagues, revokeInvitation, setColleagueState } from "@/lib/services/accounts/colleagues";
import { recoverPassword, requestRecoveryCode } from "@/lib/services/accounts/recover-password";
import { registerEnterprise, requestRegistrationCode } from "@/lib/services/accounts/register-enterprise";
import { endSession, extendSession } from "@/lib/services/accounts/sessions";
import { answerRemark } from "@/lib/services/applications/answer-remark";
import { discardApplication } from "@/lib/services/applications/discard-application";
import { getApplication } from "@/lib/services/applications/get-application";
import { getHistory } from "@/lib/services/applications/get-history";
import { listApplications, listBusinesses } from "@/lib/services/applications/list-applications";
import { saveSection } from "@/lib/services/applications/save-section";
import { startApplication } from "@/lib/services/applications/start-application";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { packRound, printRound } from "@/lib/services/applications/submitted-round";
import { listTerminable, terminateApplication } from "@/lib/services/applications/terminate-application";
import { getTemplate } from "@/lib/services/attachments/get-template";
import { exportAudit } from "@/lib/services/audit/export-audit";
import { getAuditEntry, getChainState, listAudit } from "@/lib/services/audit/search-audit";
import { verifyAudit } from "@/lib/services/audit/verify-audit";
import { openAttachment } from "@/lib/services/attachments/open-attachment";
import { registerUpload } from "@/lib/services/attachments/register-upload";
import { removeAttachment } from "@/lib/services/attachments/remove-attachment";
import { countWaiting, listMessages, listTodos, readMessage } from "@/lib/services/communication/messages";
import { findCounterparties } from "@/lib/services/enterprises/counterparties";
import { findInstitutions } from "@/lib/services/enterprises/institutions";
import { getProfile, listProfileChanges, saveProfile } from "@/lib/services/enterprises/profile";
import { addInstitution, listInstitutions, removeInstitution } from "@/lib/services/enterprises/manage-institutions";
import { findCaseRating } from "@/lib/services/evaluation/case-rating";
import { listRatingsOfCode } from "@/lib/services/evaluation/codes/code-ratings";
import { getCode } from "@/lib/services/evaluation/codes/get-code";
import { listCodes } from "@/lib/services/evaluation/codes/list-codes";
import { generateMatterCode, listFinishedForCodes } from "@/lib/services/evaluation/codes/matter-codes";
import { printBatch, printPoster } from "@/lib/services/evaluation/codes/posters";
import { revokeCode } from "@/lib/services/evaluation/codes/revoke-code";
import { generateVisitCodes } from "@/lib/services/evaluation/codes/visit-codes";
import { listEvaluations } from "@/lib/services/evaluation/list-evaluations";
import { openRating } from "@/lib/services/evaluation/open-rating";
import { rate } from "@/lib/services/evaluation/rate";
import { downloadCertificate, getCertificate } from "@/lib/services/licences/certificate";
import { findConditions } from "@/lib/services/licences/find-conditions";
import { getLicence, listLicences } from "@/lib/services/licences/list-licences";
import { getRoster } from "@/lib/services/licences/roster";
import { listOutboxMessages, readOutboxMessage } from "@/lib/services/outbox/read-outbox";
import { answerConfirmation, getConfirmation } from "@/lib/services/parties/confirmations";
import { recordPaperConsent } from "@/lib/services/parties/paper-consent";
import { claimCase } from "@/lib/services/review/claim-case";
import { decide } from "@/lib/services/review/decide";
import { getCase } from "@/lib/services/review/get-case";
import { getDeskFrame } from "@/lib/services/review/desk-frame";
import { listQueue } from "@/lib/services/review/list-queue";
import { draftRemark, removeRemark, resolveRemark, updateRemark } from "@/lib/services/review/remarks";
import { revealNumber } from "@/lib/services/review/reveal-number";
import { chooseRuleSet, choosePasswordProfile, confirmOfficeDigits, getSettings } from "@/lib/services/settings/manage-settings";
import { exportRows } from "@/lib/services/sheets/export-rows";
import { importRows } from "@/lib/services/sheets/import-rows";
import { sheetTemplate } from "@/lib/services/sheets/sheet-template";
import { badRatingExpectations, badRatingInner } from "./bad-rating-expectations";
import { figuresExpectations, figuresInner, figuresWithoutActor } from "./figures-expectations";
import { phonePageExpectations, phonePageInner } from "./phone-page-expectations";
import { particularsOf } from "../accounts/fixtures";
import { seen } from "./seen";
import { newAttachment, newAuditEntry, newCase, newCode, newColleague, newConfirmation, newDraft, newFinished, newInstitution, newInvitation, newMessage, newOutboxMessage, newRemark, newReturnedRemark, password, staffNamed, type World } from "./world";
import { creditExpectations } from "./credit-expectations";
import { documentExpectations } from "./document-expectations";
import { followUpExpectations } from "./follow-up-expectations";
import { siteVisitExpectations, siteVisitInner, siteVisitWithoutActor } from "./site-visit-expectations";
import { queueExpectations, queueInner } from "./queue-expectations";
import { staffExpectations, staffInner } from "./staff-expectations";
import { statisticsExpectations } from "./statistics-expectations";
import { phraseExpectations } from "./phrase-expectations";
import { administrationExpectations } from "./administration-expectations";
import { calendarExpectations } from "./calendar-expectations";

/** 一个服务对谁开放。没有列出的一律拒绝：未登录 401，走错一侧或岗位不符 403，别家、别的机构、没有的 404。 */
export interface Expectation {
  open: { public?: true; enterprise?: readonly EnterpriseRoleCode[]; staff?: readonly StaffRoleCode[] };
  /** 所问的记录；不问某条记录的（列表、自己的设置）没有。每次真办之前都新做一条。 */
  record?: (world: World) => Promise<string>;
  /** 系统设置一类全国一份，不分机构。 */
  acrossOffices?: true;
  call: (actor: Actor, id: string, world: World) => Promise<unknown>;
}

export const anyone: readonly EnterpriseRoleCode[] = ["owner", "filler", "submitter"];
const reviewers: readonly StaffRoleCode[] = ["intake", "examiner", "secondReviewer", "signer"];
const readers: readonly StaffRoleCode[] = [...reviewers, "administrator"];
const everyPost: readonly StaffRoleCode[] = [...readers, "evaluationOfficer", "auditor"];

const submitted = (world: World) => Promise.resolve(world.submitted);
const applicant = { enterprise: anyone };
const office = { staff: readers };
const administrator = { staff: ["administrator"] as const };
const auditor = { staff: ["auditor"] as const };
/** 窗口的受理岗与好差评管理员。 */
const codeMakers = { staff: ["intake", "evaluationOfficer"] as const };
const batchOf = async (id: string): Promise<string> => (await db().evaluationCode.findUniqueOrThrow({ where: { id } })).batchId ?? "";
const table = { section: "skilled-workers", table: "skilledWorkers" };

export const expectations: Readonly<Record<string, Expectation>> = {
  "accounts/accept-invitation#acceptInvitation": { open: { public: true, enterprise: anyone, staff: everyPost }, call: (actor) => acceptInvitation(actor, { token: "x", account: "someone_1", password, password2: password }) },
  "accounts/change-password#changePassword": { open: { enterprise: anyone, staff: everyPost }, call: (actor) => changePassword(actor, { current: "Wrong-2026", password: "Another-2026", password2: "Another-2026" }) },
  "accounts/colleagues#inviteColleague": { open: { enterprise: ["owner"] }, call: (actor) => inviteColleague(actor, { displayName: "李工", mobile: "13900000008", roles: ["filler"] }) },
  "accounts/colleagues#listColleagues": { open: applicant, call: (actor) => listColleagues(actor) },
  "accounts/colleagues#revokeInvitation": { open: { enterprise: ["owner"] }, record: newInvitation, call: (actor, id) => revokeInvitation(actor, id) },
  "accounts/colleagues#setColleagueState": { open: { enterprise: ["owner"] }, record: newColleague, call: (actor, id) => setColleagueState(actor, id, "disabled") },
  "accounts/recover-password#recoverPassword": { open: { public: true, enterprise: anyone, staff: everyPost }, call: (actor) => recoverPassword(actor, { identifier: "nobody_1", mobile: "13900000007", verifyCode: "000000", password, password2: password }) },
  "accounts/recover-password#requestRecoveryCode": { open: { public: true, enterprise: anyone, staff: everyPost }, call: (actor) => requestRecoveryCode(actor, { identifier: "nobody_1", mobile: "13900000007" }) },
  "accounts/register-enterprise#registerEnterprise": {
    open: { public: true, enterprise: anyone, staff: everyPost },
    call: (actor) => registerEnterprise(actor, { particulars: particularsOf(), account: "newcomer_1", password, password2: password, verifyCode: "000000", parentId: null }),
  },
  "accounts/register-enterprise#requestRegistrationCode": { open: { public: true, enterprise: anyone, staff: everyPost }, call: (actor) => requestRegistrationCode(actor, "13900000006") },
  "accounts/sessions#endSession": { open: { public: true, enterprise: anyone, staff: everyPost }, call: (actor) => endSession(actor) },
  "accounts/sessions#extendSession": { open: { enterprise: anyone, staff: everyPost }, call: (actor) => extendSession(actor) },
  "audit/export-audit#exportAudit": { open: auditor, acrossOffices: true, call: (actor) => exportAudit(actor, { action: "account.locked" }, "csv") },
  "audit/search-audit#listAudit": { open: auditor, acrossOffices: true, call: (actor) => listAudit(actor) },
  "audit/search-audit#getAuditEntry": { open: auditor, acrossOffices: true, record: newAuditEntry, call: getAuditEntry },
  "audit/search-audit#getChainState": { open: auditor, acrossOffices: true, call: (actor) => getChainState(actor) },
  "audit/verify-audit#verifyAudit": { open: auditor, acrossOffices: true, call: (actor) => verifyAudit(actor) },
  "applications/answer-remark#answerRemark": { open: applicant, record: (world) => newRemark(world, true), call: (actor, remarkId) => answerRemark(actor, { remarkId, answer: "已改" }) },
  "applications/discard-application#discardApplication": { open: applicant, record: newDraft, call: (actor, applicationId) => discardApplication(actor, { applicationId, idempotencyKey: randomUUID() }) },
  "applications/get-application#getApplication": { open: applicant, record: newDraft, call: getApplication },
  "applications/get-history#getHistory": { open: applicant, record: submitted, call: getHistory },
  "applications/list-applications#listApplications": { open: applicant, call: (actor) => listApplications(actor) },
  "applications/list-applications#listBusinesses": { open: applicant, call: (actor) => listBusinesses(actor) },
  "applications/save-section#saveSection": {
    open: applicant,
    record: newDraft,
    call: (actor, applicationId) => saveSection(actor, { applicationId, section: "basic-information", revision: 0, patch: { fields: [{ key: "netAssets", from: "", to: "100" }], rows: [] } }),
  },
  "applications/start-application#startApplication": { open: applicant, call: (actor) => startApplication(actor, { business: "new-licence" }) },
  "applications/submit-application#submitApplication": { open: { enterprise: ["owner", "submitter"] }, record: newDraft, call: (actor, applicationId) => submitApplication(actor, { applicationId, idempotencyKey: randomUUID(), truthPromise: true }) },
  "applications/terminate-application#listTerminable": { open: applicant, call: (actor) => listTerminable(actor) },
  "applications/terminate-application#terminateApplication": {
    open: { enterprise: ["owner", "submitter"] }, record: (world) => newCase(world, "submitted", { submittedAt: new Date() }),
    call: (actor, applicationId) => terminateApplication(actor, { applicationId, reason: "工程计划调整", idempotencyKey: randomUUID() }),
  },
  "applications/submitted-round#printRound": { open: { enterprise: anyone, staff: readers }, record: submitted, call: async (actor, id) => void (await printRound(actor, id, "1")).stream.resume() },
  "applications/submitted-round#packRound": { open: { enterprise: anyone, staff: readers }, record: submitted, call: async (actor, id) => void (await packRound(actor, id, "1")).stream.on("error", () => undefined).destroy() },
  "attachments/get-template#getTemplate": { open: { enterprise: anyone, staff: readers }, record: submitted, call: (actor, id) => getTemplate(actor, "application-form", id) },
  "attachments/open-attachment#openAttachment": {
    open: { enterprise: anyone, staff: readers },
    record: (world) => Promise.resolve(world.submittedFile),
    call: async (actor, id) => {
      const { stream, ...opened } = await openAttachment(actor, id);
      stream.destroy();
      return opened;
    },
  },
  "attachments/register-upload#registerUpload": {
    open: applicant, record: newDraft, call: (actor, applicationId) => registerUpload(actor, { applicationId, section: "basic-information", slot: "BIZ_LIC" }, [{ name: "a.pdf", size: 9 }]),
  },
  "attachments/remove-attachment#removeAttachment": { open: applicant, record: newAttachment, call: (actor, attachmentId) => removeAttachment(actor, { attachmentId }) },
  "communication/messages#countWaiting": { open: applicant, call: (actor) => countWaiting(actor) },
  "communication/messages#listMessages": { open: applicant, call: (actor) => listMessages(actor) },
  "communication/messages#listTodos": { open: applicant, call: (actor) => listTodos(actor) },
  "communication/messages#readMessage": { open: applicant, record: newMessage, call: readMessage },
  "enterprises/institutions#findInstitutions": { open: { public: true, enterprise: anyone, staff: everyPost }, call: (actor) => findInstitutions(actor, { name: "集团" }) },
  "enterprises/manage-institutions#addInstitution": { open: administrator, acrossOffices: true, call: (actor) => addInstitution(actor, { name: "辽宁某集团有限公司", uscc: "91210102XFAKE601XF" }) },
  "enterprises/manage-institutions#listInstitutions": { open: administrator, acrossOffices: true, call: (actor) => listInstitutions(actor) },
  "enterprises/manage-institutions#removeInstitution": { open: administrator, acrossOffices: true, record: newInstitution, call: (actor, id) => removeInstitution(actor, { id }) },
  "enterprises/profile#getProfile": { open: applicant, call: (actor) => getProfile(actor) },
  "enterprises/profile#listProfileChanges": { open: applicant, call: (actor) => listProfileChanges(actor) },
  "enterprises/profile#saveProfile": { open: { enterprise: ["owner"] }, call: (actor) => saveProfile(actor, { revision: 1, particulars: {}, parentId: null }) },
  ...badRatingExpectations,
  ...figuresExpectations,
  ...phonePageExpectations,
  "evaluation/case-rating#findCaseRating": { open: office, record: newFinished, call: findCaseRating },
  "evaluation/codes/code-ratings#listRatingsOfCode": { open: codeMakers, record: newCode, call: (actor, id) => listRatingsOfCode(actor, id) },
  "evaluation/codes/get-code#getCode": { open: codeMakers, record: newCode, call: getCode },
  "evaluation/codes/list-codes#listCodes": { open: codeMakers, call: (actor) => listCodes(actor, { kind: "matter" }) },
  "evaluation/codes/matter-codes#generateMatterCode": { open: codeMakers, record: newFinished, call: (actor, caseId) => generateMatterCode(actor, { caseId }) },
  "evaluation/codes/matter-codes#listFinishedForCodes": { open: codeMakers, call: (actor) => listFinishedForCodes(actor, { q: "沈阳" }) },
  "evaluation/codes/posters#printBatch": { open: codeMakers, record: async (world) => batchOf(await newCode(world)), call: printBatch },
  "evaluation/codes/posters#printPoster": { open: codeMakers, record: newCode, call: printPoster },
  "evaluation/codes/revoke-code#revokeCode": { open: codeMakers, record: newCode, call: (actor, codeId) => revokeCode(actor, { codeId, reason: "窗口撤并" }) },
  "evaluation/codes/visit-codes#generateVisitCodes": { open: codeMakers, call: (actor) => generateVisitCodes(actor, { servicePoints: randomUUID(), days: 365, idempotencyKey: randomUUID() }) },
  "evaluation/list-evaluations#listEvaluations": { open: { staff: ["evaluationOfficer", "administrator"] }, call: (actor) => listEvaluations(actor) },
  // 答的是公开查验也答的内容，所以问一个不在本企业名称里的词
  "enterprises/counterparties#findCounterparties": { open: applicant, call: (actor) => findCounterparties(actor, { name: "大连" }) },
  "evaluation/open-rating#openRating": { open: applicant, record: newFinished, call: openRating },
  "evaluation/rate#rate": { open: applicant, record: newFinished, call: (actor, caseId) => rate(actor, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone: "13900000005" } }) },
  ...phraseExpectations,
  ...administrationExpectations,
  ...calendarExpectations,
  ...creditExpectations,
  ...documentExpectations,
  ...followUpExpectations,
  ...siteVisitExpectations,
  ...queueExpectations,
  ...staffExpectations,
  ...statisticsExpectations,
  "licences/certificate#getCertificate": { open: { enterprise: anyone, staff: [...readers, "auditor"] }, record: (world) => Promise.resolve(world.licence.number), call: (actor, number) => getCertificate(actor, number, "正本") },
  "licences/certificate#downloadCertificate": { open: { enterprise: anyone, staff: [...readers, "auditor"] }, record: (world) => Promise.resolve(world.licence.number), call: (actor, number) => downloadCertificate(actor, number, "正本") },
  "licences/find-conditions#findConditions": { open: applicant, call: (actor) => findConditions(actor) },
  "licences/list-licences#getLicence": { open: { enterprise: anyone, staff: [...readers, "auditor"] }, record: (world) => Promise.resolve(world.licence.id), call: getLicence },
  "licences/roster#getRoster": { open: { enterprise: anyone, staff: [...readers, "auditor"] }, record: (world) => Promise.resolve(world.licence.id), call: (actor, licenceId) => getRoster(actor, { licenceId }) },
  "licences/list-licences#listLicences": { open: { enterprise: anyone, staff: [...readers, "auditor"] }, call: (actor) => listLicences(actor, { q: "沈阳" }) },
  "outbox/read-outbox#listOutboxMessages": { open: administrator, acrossOffices: true, call: (actor) => listOutboxMessages(actor) },
  "outbox/read-outbox#readOutboxMessage": { open: administrator, acrossOffices: true, record: newOutboxMessage, call: readOutboxMessage },
  "parties/confirmations#answerConfirmation": {
    open: { enterprise: ["owner", "submitter"] }, record: newConfirmation, call: (actor, caseId) => answerConfirmation(actor, { caseId, agree: true, idempotencyKey: randomUUID() }),
  },
  "parties/confirmations#getConfirmation": { open: applicant, record: newConfirmation, call: getConfirmation },
  "parties/paper-consent#recordPaperConsent": {
    open: { staff: ["intake"] }, record: newConfirmation,
    call: async (actor, applicationId, { owner }) => {
      const { uscc } = await db().enterprise.findUniqueOrThrow({ where: { id: owner.enterpriseId } });
      return recordPaperConsent(actor, { applicationId, party: uscc, note: "收到盖章的同意书", idempotencyKey: randomUUID() });
    },
  },
  "review/claim-case#claimCase": { open: { staff: ["intake"] }, record: (world) => newCase(world, "submitted", { submittedAt: new Date() }), call: (actor, applicationId) => claimCase(actor, { applicationId }) },
  "review/decide#decide": {
    open: { staff: ["intake"] }, record: (world) => newCase(world, "submitted", { submittedAt: new Date() }),
    call: (actor, applicationId) => decide(actor, { applicationId, action: "accept", revision: 1, idempotencyKey: randomUUID() }),
  },
  "review/get-case#getCase": { open: office, record: submitted, call: (actor, id) => getCase(actor, id) },
  "review/desk-frame#getDeskFrame": { open: { staff: everyPost }, call: (actor) => getDeskFrame(actor) },
  "review/list-queue#listQueue": { open: office, call: (actor) => listQueue(actor, { stage: "intake" }) },
  "review/remarks#draftRemark": { open: { staff: ["intake"] }, record: submitted, call: (actor, applicationId) => draftRemark(actor, { applicationId, sectionKey: "basic-information", level: "hint", text: "请核对" }) },
  "review/remarks#removeRemark": { open: { staff: ["intake"] }, record: (world) => newRemark(world, false), call: removeRemark },
  "review/remarks#resolveRemark": { open: { staff: ["intake"] }, record: newReturnedRemark, call: (actor, id) => resolveRemark(actor, id, true) },
  "review/remarks#updateRemark": { open: { staff: ["intake"] }, record: (world) => newRemark(world, false), call: (actor, remarkId) => updateRemark(actor, { remarkId, level: "hint", text: "请核对" }) },
  "review/reveal-number#revealNumber": { open: office, record: submitted, call: (actor, applicationId) => revealNumber(actor, { applicationId, sectionKey: "technical-lead", field: "idNo" }) },
  "settings/manage-settings#choosePasswordProfile": { open: administrator, acrossOffices: true, call: (actor) => choosePasswordProfile(actor, { profile: "djbh3" }) },
  "settings/manage-settings#chooseRuleSet": { open: administrator, acrossOffices: true, call: (actor) => chooseRuleSet(actor, { id: "NDRC-36-2020", confirmed: false }) },
  "settings/manage-settings#confirmOfficeDigits": { open: administrator, acrossOffices: true, call: async (actor, _id, world) => confirmOfficeDigits(actor, { code: "NEEB", version: await seen.digits(staffNamed(world, "administrator"), "NEEB"), regionDigit: 2, officeDigit: 1 }) },
  "settings/manage-settings#getSettings": { open: administrator, acrossOffices: true, call: (actor) => getSettings(actor) },
  "sheets/export-rows#exportRows": { open: { enterprise: anyone, staff: readers }, record: submitted, call: (actor, applicationId) => exportRows(actor, { applicationId, ...table }) },
  "sheets/import-rows#importRows": { open: applicant, record: newDraft, call: (actor, applicationId) => importRows(actor, { applicationId, ...table, file: Buffer.from("no sheet") }) },
  "sheets/sheet-template#sheetTemplate": { open: { enterprise: anyone, staff: readers }, record: submitted, call: (actor, applicationId) => sheetTemplate(actor, { applicationId, ...table }) },
};

/** 收身份、但不直接对外的：由上面的服务在授权之后调用。 */
export const inner: Readonly<Record<string, string>> = {
  "credit/ask-credit#localCreditNotice": "只说信用问不问外面的接口",
  ...badRatingInner,
  ...figuresInner,
  ...phonePageInner,
  ...siteVisitInner,
  ...queueInner,
  ...staffInner,
  "accounts/change-password#requireSignedIn": "只判断有没有登录",
  "accounts/limit#whoIs": "只说按谁计数",
  "accounts/sign-in#signIn": "登录本身，见 accounts/sign-in.test.ts",
  "accounts/verification#sendCode": "由注册、找回密码调用，按号码与来源限次",
  "accounts/verification#verifyCode": "由注册、找回密码调用，按验证码与来源限次",
  "sheets/sheet-place#openSheet": "由导出与模板调用，授权在其中",
  "evaluation/codes/own-code#getOwnCode": "由评价二维码的各服务调用，授权在其中",
};

/** 不收身份而页面、路由够得着的：公开的读取，或凭令牌授权。 */
export const withoutActor: Readonly<Record<string, string>> = {
  "evaluation/phone-page/open-phone-page#openPhonePage": "凭二维码里签过名的令牌",
  ...figuresWithoutActor,
  ...siteVisitWithoutActor,
  "accounts/accept-invitation#getInvitation": "凭邀请链接里的令牌",
  "accounts/read-session#readSession": "认出身份本身",
  "attachments/complete-upload#completeUpload": "凭签过名的元数据，落库前再判断一次",
  "attachments/ingest#receiveFile": "凭签过名的地址",
  "attachments/ingest#recordCallbackResult": "凭入口密钥",
  "attachments/ingest#recordRouteMetadata": "凭入口密钥",
  "attachments/ingest#requireSignedUrl": "凭签过名的地址",
  "evaluation/codes/qr-picture#drawQrPicture": "凭签过名的令牌",
  "licences/find-public-licence#findPublicLicence": "公开查验（决定四）",
  "documents/check-document#checkDocument": "公开核对，凭印在文书上的校验码",
  "outbox/local-notice#localSmsNotice": "只说短信外不外发",
  "operations/check-readiness#checkReadiness": "只说能不能办事",
  "operations/metrics#readMetrics": "路由先核对令牌或本机",
  "operations/metrics-access#mayReadMetrics": "核对令牌本身",
  "platform/clock#now": "钟",
  "platform/clock#today": "钟",
  "outbox/read-outbox#sendsExternally": "只说短信外不外发",
  "platform/report-fault#reportFault": "只写日志",
  "platform/report-fault#logRefused": "只写日志",
  "platform/report-fault#refusalIn": "认出拒绝，另只写日志",
  "settings/footer-lines#footerLines": "页脚公开的几句",
  "settings/settings#getSetting": "页面自用，密码策略与条件标准都写在公开页面上",
  "accounts/sign-in#signIn": "登录本身",
};

