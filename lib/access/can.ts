import type { Actor, EnterpriseActor, StaffActor } from "./actor";
import { forbidden, notFound, Refusal } from "./refusal";
import { mixesAudit } from "./separate-audit";

/** 一条记录的归属，判断权限只需这些。 */
export interface Owned {
  enterpriseId?: string | null;
  officeCode?: string | null;
}

export type Deed =
  | "application.read"
  | "application.edit"
  | "application.submit"
  | "application.review"
  | "enterprise.read"
  | "enterprise.edit"
  | "colleague.invite"
  | "outbox.read"
  | "enterprise.claims"
  | "audit.read"
  | "settings.edit"
  | "staff.manage"
  | "enterpriseAccount.manage"
  | "evaluation.read"
  | "evaluation.allOffices"
  | "exchange.manage"
  | "evaluation.codes"
  | "badRating.oversee"
  | "badRating.dispatch"
  | "badRating.answer"
  | "extension.decide"
  | "siteVisit.order"
  | "siteVisit.record"
  | "followUp.read"
  | "followUp.check"
  | "commitment.verify"
  | "licence.revoke"
  | "phrase.keepOwn"
  | "phrase.keepForOffice"
  | "document.read"
  | "document.deliver"
  | "case.assign"
  | "statistics.read"
  | "statistics.allOffices"
  | "licence.read";

const staffDeeds: Partial<Record<Deed, readonly StaffActor["roles"][number][]>> = {
  "application.read": ["intake", "examiner", "secondReviewer", "signer", "administrator"],
  "application.review": ["intake", "examiner", "secondReviewer", "signer"],
  "case.assign": ["signer", "administrator"],
  "enterprise.read": ["intake", "examiner", "secondReviewer", "signer", "administrator"],
  "licence.read": ["intake", "examiner", "secondReviewer", "signer", "administrator", "auditor"],
  "document.read": ["intake", "examiner", "secondReviewer", "signer", "administrator"],
  "document.deliver": ["intake", "examiner"],
  "outbox.read": ["administrator"],
  "enterprise.claims": ["administrator"],
  "audit.read": ["auditor"],
  "settings.edit": ["administrator"],
  "staff.manage": ["administrator"],
  "enterpriseAccount.manage": ["administrator"],
  "evaluation.read": ["evaluationOfficer", "administrator"],
  "evaluation.allOffices": ["administrator"],
  "exchange.manage": ["administrator"],
  "evaluation.codes": ["intake", "evaluationOfficer"],
  "badRating.oversee": ["evaluationOfficer", "administrator"],
  "badRating.dispatch": ["evaluationOfficer"],
  "badRating.answer": ["intake", "examiner", "secondReviewer", "signer", "evaluationOfficer", "administrator", "auditor"],
  "extension.decide": ["signer"],
  "siteVisit.order": ["examiner"],
  "siteVisit.record": ["intake", "examiner", "secondReviewer", "signer"],
  "followUp.read": ["intake", "examiner", "signer"],
  "followUp.check": ["intake", "examiner"],
  "commitment.verify": ["examiner"],
  "licence.revoke": ["signer"],
  "statistics.read": ["secondReviewer", "signer", "administrator", "auditor"],
  "statistics.allOffices": ["administrator"],
  "phrase.keepOwn": ["intake"],
  "phrase.keepForOffice": ["signer", "administrator"],
};

const enterpriseDeeds: Partial<Record<Deed, readonly EnterpriseActor["roles"][number][]>> = {
  "application.read": ["owner", "filler", "submitter"],
  "application.edit": ["owner", "filler", "submitter"],
  "application.submit": ["owner", "submitter"],
  "document.read": ["owner", "filler", "submitter"],
  "enterprise.read": ["owner", "filler", "submitter"],
  "enterprise.edit": ["owner"],
  "colleague.invite": ["owner"],
  "licence.read": ["owner", "filler", "submitter"],
};

/**
 * 唯一的权限判断（纯函数）：角色许可，且记录属于本企业或本派出机构。
 * 管理员跨机构只见设置类事项；案件一律按机构。
 */
export function can(actor: Actor, deed: Deed, record: Owned = {}): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "public") return false;
  if (actor.kind === "enterprise") {
    const allowed = enterpriseDeeds[deed]?.some((role) => actor.roles.includes(role)) ?? false;
    return allowed && (record.enterpriseId === undefined || record.enterpriseId === actor.enterpriseId);
  }
  if (mixesAudit(actor.roles)) return false;
  const allowed = staffDeeds[deed]?.some((role) => actor.roles.includes(role)) ?? false;
  return allowed && (record.officeCode === undefined || record.officeCode === actor.officeCode);
}

/** 不许则抛：别家的记录一律答「没有找到」，不泄露其存在。 */
export function authorise(actor: Actor, deed: Deed, record: Owned = {}, what = "这条记录"): void {
  if (can(actor, deed, record)) return;
  if (actor.kind === "public") throw new Refusal("unauthenticated", "请先登录");
  throw can(actor, deed) ? notFound(what) : forbidden();
}

export function requireEnterprise(actor: Actor): EnterpriseActor {
  if (actor.kind === "enterprise") return actor;
  throw actor.kind === "public" ? new Refusal("unauthenticated", "请先登录") : forbidden("请使用企业账号办理");
}

export function requireStaff(actor: Actor): StaffActor {
  if (actor.kind === "staff") return actor;
  throw actor.kind === "public" ? new Refusal("unauthenticated", "请先登录") : forbidden("请使用内网账号办理");
}
