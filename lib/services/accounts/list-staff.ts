import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { countBadRatings, countHeldCases, findStaffAccount, listStaffAccounts, type StaffFilter } from "@/lib/data/staff";
import type { StaffAccount } from "@/lib/enterprise/account-views";
import { maskMobile } from "@/lib/forms/identifiers";
import { searchText } from "@/lib/forms/plain-text";
import { offices } from "@/lib/licensing/offices";
import { today } from "@/lib/services/platform/clock";
import { versionOf } from "@/lib/services/platform/seen-version";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { staffRoles, staffStates } from "@/lib/terms/roles";

const PAGE = 30;

export interface StaffQuery {
  q?: unknown;
  office?: unknown;
  post?: unknown;
  state?: unknown;
  after?: unknown;
}

type StaffRow = Awaited<ReturnType<typeof listStaffAccounts>>[number];

/** 全国的内网账号，一页三十位；只给系统管理员。 */
export async function listStaff(actor: Actor, query: StaffQuery = {}): Promise<{ rows: StaffAccount[]; next?: string }> {
  authorise(actor, "staff.manage");
  const me = requireStaff(actor);
  const on = await today(db());
  const found = await listStaffAccounts(db(), filterOf(query, on), on, PAGE + 1, z.uuid().safeParse(query.after).data);
  const shown = found.slice(0, PAGE);
  const held = await countHeldCases(db(), shown.map(({ id }) => id));
  const last = found.length > PAGE ? shown.at(-1)?.id : undefined;
  return { rows: shown.map((row) => asView(row, held.get(row.id) ?? 0, me.accountId)), ...(last ? { next: last } : {}) };
}

/**
 * 一位内网人员。
 * @throws Refusal notFound 没有这个内网账号
 */
export async function getStaff(actor: Actor, accountId: string): Promise<StaffAccount & { badRatings: number }> {
  authorise(actor, "staff.manage");
  const me = requireStaff(actor);
  const id = z.uuid().safeParse(accountId).data;
  const found = id && (await findStaffAccount(db(), id, await today(db())));
  if (!found) throw notFound("这位内网人员");
  const [held, badRatings] = await Promise.all([countHeldCases(db(), [found.id]), countBadRatings(db(), found.id)]);
  return { ...asView(found, held.get(found.id) ?? 0, me.accountId), badRatings };
}

function filterOf({ q, office, post, state }: StaffQuery, on: string): StaffFilter {
  const text = searchText(q);
  const officeCode = offices.find(({ code }) => code === office)?.code;
  return {
    ...(text ? { text } : {}),
    ...(officeCode ? { officeCode } : {}),
    ...(isCodeOf(staffRoles, post) ? { role: post } : {}),
    ...(state === "active" || state === "disabled" ? { state } : {}),
    ...(isCodeOf(staffStates, state) && state === "away" ? { awayOn: on } : {}),
  };
}

type StaffContent = Pick<StaffRow, "displayName" | "mobile" | "officeCode" | "roles" | "state">;

/** 一位内网人员改得了的全部；版次由它得出。 */
export const staffContent = ({ displayName, mobile, officeCode, roles, state }: StaffContent): StaffContent => ({ displayName, mobile, officeCode, roles, state });

function asView(row: StaffRow, held: number, own: string): StaffAccount {
  const { id, login, displayName, mobile, roles, state, officeCode, passwordTemporary, secondFactor, absences } = row;
  return {
    id, login, name: displayName, mobile: maskMobile(mobile ?? ""), posts: roles.map((role) => wordOf(staffRoles, role)), roles, officeCode: officeCode ?? "", officeName: offices.find(({ code }) => code === officeCode)?.name ?? "",
    active: state === "active", temporary: passwordTemporary, secondFactor: Boolean(secondFactor?.confirmedAt), ...(absences[0] ? { awayUntil: absences[0].untilOn } : {}), held,
    own: id === own, version: versionOf(staffContent(row)),
  };
}
