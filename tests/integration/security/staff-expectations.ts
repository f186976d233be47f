import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { endEnterpriseSessions, handOverEnterprise, listEnterpriseAccounts, setEnterpriseAccountState } from "@/lib/services/accounts/enterprise-accounts";
import { changeStaff, endStaffSessions, resetSecondFactor, setStaffState } from "@/lib/services/accounts/change-staff";
import { getStaff, listStaff } from "@/lib/services/accounts/list-staff";
import { chooseDailyReminder, getDailyReminder } from "@/lib/services/accounts/daily-reminder";
import { endOtherSessions, endOwnSession, listOwnSessions } from "@/lib/services/accounts/own-sessions";
import { beginEnrolment, confirmEnrolment, getSecondFactor, removeSecondFactor, renewRecoveryCodes } from "@/lib/services/accounts/second-factor";
import { createStaff, resetStaffPassword } from "@/lib/services/accounts/staff-accounts";
import { changeOfficeContact, listOffices } from "@/lib/services/settings/manage-offices";
import { requireSecondFactor } from "@/lib/services/settings/manage-settings";
import { codesOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { enterprise } from "../applications/fixtures";
import type { Expectation } from "./expectations";
import { seen } from "./seen";
import { newStaffAccount, staffNamed } from "./world";

const anyone = ["owner", "filler", "submitter"] as const;
const everyPost = codesOf(staffRoles);
const signedIn = { enterprise: anyone, staff: everyPost };
const administrator = { open: { staff: ["administrator"] as const }, acrossOffices: true as const };
const wrong = { password: "Wrong-2026", code: "000000" };

async function newEnrolled(): Promise<string> {
  const accountId = await newStaffAccount();
  await db().secondFactor.create({ data: { accountId, sealedSecret: "-", confirmedAt: new Date() } });
  return accountId;
}

const newEnterpriseAccount = async (): Promise<string> => (await enterprise(["owner"])).accountId;
const newEnterprise = async (): Promise<string> => (await enterprise(["owner"])).enterpriseId;

/** 自己在别处的一处登录；没有登录的没有。 */
async function sessionElsewhere(actor: Actor): Promise<string> {
  if (actor.kind !== "enterprise" && actor.kind !== "staff") return randomUUID();
  return (await db().session.create({ data: { accountId: actor.accountId, expiresAt: new Date(Date.now() + 60_000) } })).id;
}

let serial = 0;
const newLogin = (): string => `newcomer_${(serial += 1)}`;

/** 人员、动态口令、登录、派出机构的服务对谁开放。 */
export const staffExpectations: Readonly<Record<string, Expectation>> = {
  "accounts/staff-accounts#createStaff": { ...administrator, call: (actor) => createStaff(actor, { login: newLogin(), name: "新来的", mobile: "", officeCode: "NEEB", posts: ["intake"] }) },
  "accounts/staff-accounts#resetStaffPassword": { ...administrator, record: newStaffAccount, call: (actor, accountId) => resetStaffPassword(actor, { accountId }) },
  "accounts/list-staff#listStaff": { ...administrator, call: (actor) => listStaff(actor) },
  "accounts/list-staff#getStaff": { ...administrator, record: newStaffAccount, call: getStaff },
  "accounts/change-staff#changeStaff": { ...administrator, record: newStaffAccount, call: async (actor, accountId, world) => changeStaff(actor, { accountId, version: await seen.staff(staffNamed(world, "administrator"), accountId), name: "某", mobile: "", officeCode: "NEEB", posts: ["examiner"] }) },
  "accounts/change-staff#setStaffState": { ...administrator, record: newStaffAccount, call: (actor, accountId) => setStaffState(actor, { accountId, active: false }) },
  "accounts/change-staff#endStaffSessions": { ...administrator, record: newStaffAccount, call: (actor, accountId) => endStaffSessions(actor, { accountId }) },
  "accounts/change-staff#resetSecondFactor": { ...administrator, record: newEnrolled, call: (actor, accountId) => resetSecondFactor(actor, { accountId }) },
  "accounts/enterprise-accounts#listEnterpriseAccounts": { ...administrator, call: (actor) => listEnterpriseAccounts(actor, { q: "大连" }) },
  "accounts/enterprise-accounts#setEnterpriseAccountState": { ...administrator, record: newEnterpriseAccount, call: (actor, accountId) => setEnterpriseAccountState(actor, { accountId, active: false, reason: "冒名注册" }) },
  "accounts/enterprise-accounts#endEnterpriseSessions": { ...administrator, record: newEnterpriseAccount, call: (actor, accountId) => endEnterpriseSessions(actor, { accountId }) },
  "accounts/enterprise-accounts#handOverEnterprise": {
    ...administrator, record: newEnterprise,
    call: (actor, enterpriseId) => handOverEnterprise(actor, { enterpriseId, displayName: "王接", mobile: "13900000003", colleagues: true, reason: "法定代表人持营业执照到窗口证明" }),
  },
  "accounts/own-sessions#listOwnSessions": { open: signedIn, call: (actor) => listOwnSessions(actor) },
  "accounts/own-sessions#endOwnSession": { open: signedIn, call: async (actor) => endOwnSession(actor, { sessionId: await sessionElsewhere(actor) }) },
  "accounts/own-sessions#endOtherSessions": { open: signedIn, call: (actor) => endOtherSessions(actor) },
  "accounts/daily-reminder#getDailyReminder": { open: { staff: everyPost }, call: (actor) => getDailyReminder(actor) },
  "accounts/daily-reminder#chooseDailyReminder": { open: { staff: everyPost }, call: (actor) => chooseDailyReminder(actor, { on: false }) },
  "accounts/second-factor#getSecondFactor": { open: { staff: everyPost }, call: (actor) => getSecondFactor(actor) },
  "accounts/second-factor#beginEnrolment": { open: { staff: everyPost }, call: (actor) => beginEnrolment(actor, wrong) },
  "accounts/second-factor#confirmEnrolment": { open: { staff: everyPost }, call: (actor) => confirmEnrolment(actor, wrong) },
  "accounts/second-factor#removeSecondFactor": { open: { staff: everyPost }, call: (actor) => removeSecondFactor(actor, wrong) },
  "accounts/second-factor#renewRecoveryCodes": { open: { staff: everyPost }, call: (actor) => renewRecoveryCodes(actor, wrong) },
  "settings/manage-offices#listOffices": { ...administrator, call: (actor) => listOffices(actor) },
  "settings/manage-offices#changeOfficeContact": { ...administrator, call: async (actor, _id, world) => changeOfficeContact(actor, { code: "NEEB", version: await seen.contact(staffNamed(world, "administrator"), "NEEB"), address: `沈阳市和平区 ${randomUUID()}`, postalCode: "110000", phone: "024-23000000" }) },
  "settings/manage-settings#requireSecondFactor": { ...administrator, call: (actor) => requireSecondFactor(actor, { required: false }) },
};

export const staffInner: Readonly<Record<string, string>> = {
  "accounts/complete-sign-in#completeSignIn": "登录的第二步，见 accounts/second-factor.test.ts",
};
