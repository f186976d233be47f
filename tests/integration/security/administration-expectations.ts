import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";
import { approveClaim, rejectClaim } from "@/lib/services/claims/decide-claim";
import { countClaims, getClaim, listClaims } from "@/lib/services/claims/list-claims";
import { checkNotice, getNoticeToManage, listNoticesToManage, pinNotice, removeNoticeDraft, saveNotice, withdrawNotice } from "@/lib/services/communication/manage-notices";
import { getNotice, listNotices } from "@/lib/services/communication/notices";
import { applyImport, discardImport } from "@/lib/services/imports/apply-import";
import { checkImport } from "@/lib/services/imports/check-import";
import { importTemplate } from "@/lib/services/imports/import-template";
import { exportImportFaults, getImport, listImports } from "@/lib/services/imports/list-imports";
import { resendMessage } from "@/lib/services/outbox/resend-message";
import { getNumberFormats } from "@/lib/services/settings/number-formats";
import { getRuleSets } from "@/lib/services/settings/rule-set-views";
import { codesOf } from "@/lib/terms/option-map";
import { enterpriseRoles, staffRoles } from "@/lib/terms/roles";
import { enterpriseRow, sheetOf, workbookOf } from "@/tests/builders/import-file";
import { newUscc } from "../accounts/fixtures";
import type { Expectation } from "./expectations";

const administrator = { open: { staff: ["administrator"] as const }, acrossOffices: true as const };
const everyone = { public: true as const, enterprise: codesOf(enterpriseRoles), staff: codesOf(staffRoles) };

const newNotice = (state: "draft" | "published") => async (): Promise<string> => (await db().notice.create({ data: { title: "通知", body: "正文", state } })).id;

const newImport = async (): Promise<string> =>
  (await db().importRun.create({ data: { fileName: "旧登记簿.xlsx", sha256: "0", size: 1, content: {}, report: [{ sheet: "enterprises", line: 1, title: "企业", outcome: "faulty", faults: [{ column: "", reason: "两张表都没有内容", value: "" }] }], added: 0, updated: 0, unchanged: 0, faulty: 0, createdById: randomUUID(), createdByName: "孙管理" } })).id;

/** 一份没有错、核对结果与检查时一致的导入。 */
const newFaultlessImport = async (): Promise<string> => {
  const uscc = newUscc();
  const row = enterpriseRow(1, { uscc, unitName: `沈阳${uscc}电力有限公司` });
  const content = { enterprises: sheetOf("enterprises", [row]) };
  const report = [{ sheet: "enterprises", line: 2, title: `${row.unitName} ${uscc}`, outcome: "added", faults: [] }];
  return (await db().importRun.create({ data: { fileName: "旧登记簿.xlsx", sha256: "0", size: 1, content, report, added: 1, updated: 0, unchanged: 0, faulty: 0, createdById: randomUUID(), createdByName: "孙管理" } })).id;
};

const newClaim = async (): Promise<string> => {
  const uscc = newUscc();
  const enterprise = await db().enterprise.create({ data: { name: `沈阳${uscc}电力有限公司`, uscc, officeCode: "NEEB", particulars: {} } });
  const account = await db().account.create({ data: { login: `claim_${uscc.slice(-6)}_${uscc.slice(8, 10)}`, audience: "enterprise", state: "disabled", displayName: "认领人", passwordHash: "-", roles: ["owner"] } });
  return (await db().enterpriseClaim.create({ data: { enterpriseId: enterprise.id, accountId: account.id, login: account.login, displayName: "认领人", mobile: "13900000008", particulars: {}, dueOn: "2026-12-01" } })).id;
};

const newFailed = async (): Promise<string> =>
  (await db().outboxMessage.create({ data: { channel: "sms", recipient: "13900000009", template: "notice.correction", body: "请补正", state: "failed", attempts: 5 } })).id;

const notice = { title: "通知", body: "正文", audience: "public" as const, officeCode: "", pinned: false, publishOn: "", publish: false };

/** 通知公告、发件箱、导入、认领、条件标准、编号各服务对谁开放。 */
export const administrationExpectations: Readonly<Record<string, Expectation>> = {
  "claims/decide-claim#approveClaim": { open: administrator.open, record: newClaim, call: (actor, id) => approveClaim(actor, { id }) },
  "claims/decide-claim#rejectClaim": { open: administrator.open, record: newClaim, call: (actor, id) => rejectClaim(actor, { id, reason: "与登记不符" }) },
  "claims/list-claims#countClaims": { open: administrator.open, call: countClaims },
  "claims/list-claims#getClaim": { open: administrator.open, record: newClaim, call: getClaim },
  "claims/list-claims#listClaims": { open: administrator.open, call: (actor) => listClaims(actor) },
  "communication/manage-notices#checkNotice": { ...administrator, call: (actor) => checkNotice(actor, { id: null, revision: 0, ...notice }) },
  "communication/manage-notices#getNoticeToManage": { ...administrator, record: newNotice("draft"), call: getNoticeToManage },
  "communication/manage-notices#listNoticesToManage": { ...administrator, call: (actor) => listNoticesToManage(actor) },
  "communication/manage-notices#pinNotice": { ...administrator, record: newNotice("published"), call: (actor, id) => pinNotice(actor, { id, revision: 1, pinned: true }) },
  "communication/manage-notices#removeNoticeDraft": { ...administrator, record: newNotice("draft"), call: (actor, id) => removeNoticeDraft(actor, { id }) },
  "communication/manage-notices#saveNotice": { ...administrator, record: newNotice("draft"), call: (actor, id) => saveNotice(actor, { id, revision: 1, ...notice }) },
  "communication/manage-notices#withdrawNotice": { ...administrator, record: newNotice("published"), call: (actor, id) => withdrawNotice(actor, { id, revision: 1, reason: "有误" }) },
  "communication/notices#getNotice": { open: everyone, acrossOffices: true, record: newNotice("published"), call: getNotice },
  "communication/notices#listNotices": { open: everyone, acrossOffices: true, call: (actor) => listNotices(actor) },
  "imports/apply-import#applyImport": { ...administrator, record: newFaultlessImport, call: (actor, id) => applyImport(actor, { id }) },
  "imports/apply-import#discardImport": { ...administrator, record: newImport, call: (actor, id) => discardImport(actor, { id }) },
  "imports/check-import#checkImport": { ...administrator, call: async (actor) => checkImport(actor, { file: await workbookOf([enterpriseRow(1)], []), name: "a.xlsx" }) },
  "imports/import-template#importTemplate": { ...administrator, call: importTemplate },
  "imports/list-imports#exportImportFaults": { ...administrator, record: newImport, call: exportImportFaults },
  "imports/list-imports#getImport": { ...administrator, record: newImport, call: (actor, id) => getImport(actor, id) },
  "imports/list-imports#listImports": { ...administrator, call: (actor) => listImports(actor) },
  "outbox/resend-message#resendMessage": { ...administrator, record: newFailed, call: (actor, id) => resendMessage(actor, { id }) },
  "settings/number-formats#getNumberFormats": { ...administrator, call: getNumberFormats },
  "settings/rule-set-views#getRuleSets": { ...administrator, call: getRuleSets },
};
