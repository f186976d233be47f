import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { countPendingClaims, countRivalClaims, findEnterpriseClaim, listClaimRows, listLicencesOfEnterprise } from "@/lib/data/enterprise-claims";
import { getOffice } from "@/lib/licensing/offices";
import { type ClaimRow, type ClaimView, claimMatches } from "@/lib/enterprise/claims";
import { maskMobile } from "@/lib/forms/identifiers";
import { today } from "@/lib/services/platform/clock";
import { claimStates } from "@/lib/terms/claims";
import { isCodeOf } from "@/lib/terms/option-map";
import { authoriseClaim, claimOfficesOf } from "./claim-offices";

const PAGE = 30;

type Listed = Awaited<ReturnType<typeof listClaimRows>>[number];

function rowOf({ id, enterprise, displayName, mobile, state, createdAt, dueOn }: Omit<Listed, "enterprise"> & { enterprise: Listed["enterprise"] }, on: string, own: string): ClaimRow {
  const code = isCodeOf(claimStates, state) ? state : "pending";
  return {
    id, enterpriseName: enterprise.name, uscc: enterprise.uscc, ...(enterprise.officeCode === own ? {} : { standsInFor: getOffice(enterprise.officeCode).name }), applicant: displayName, mobile: maskMobile(mobile), state: code, stateWord: claimStates[code],
    createdAt: createdAt.toISOString(), dueOn, overdue: code === "pending" && dueOn < on,
  };
}

/** 本派出机构的认领申请，连同没有管理员的机构的：待核实的先来先办；办过的新的在前。 */
export async function listClaims(actor: Actor, { decided = false, after }: { decided?: boolean; after?: string } = {}): Promise<{ rows: ClaimRow[]; next?: string }> {
  authorise(actor, "enterprise.claims");
  const staff = requireStaff(actor);
  const offices = await claimOfficesOf(db(), staff);
  const [found, on] = [await listClaimRows(db(), offices, !decided, PAGE + 1, z.uuid().safeParse(after).data), await today(db())];
  const rows = found.slice(0, PAGE).map((row) => rowOf(row, on, staff.officeCode));
  return found.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

/** 待核实的件数，导航上用。 */
export async function countClaims(actor: Actor): Promise<number> {
  authorise(actor, "enterprise.claims");
  return countPendingClaims(db(), await claimOfficesOf(db(), requireStaff(actor)));
}

/** 一件认领申请：与登记着的逐项对照；别的有管理员的机构的答「没有找到」。 */
export async function getClaim(actor: Actor, id: string): Promise<ClaimView> {
  const found = z.uuid().safeParse(id).success ? await findEnterpriseClaim(db(), id) : null;
  await authoriseClaim(db(), actor, found?.enterprise.officeCode);
  if (!found) throw notFound("这件认领申请");
  const { enterprise, login, reason, decidedByName, decidedAt } = found;
  const claimed = Object.fromEntries(Object.entries(found.particulars as Record<string, unknown>).map(([key, value]) => [key, String(value ?? "")]));
  const licences = await listLicencesOfEnterprise(db(), enterprise.id);
  return {
    ...rowOf(found, await today(db()), requireStaff(actor).officeCode), login,
    licences: licences.map(({ number, versions }) => ({ number, scopeText: versions[0]?.scopeText ?? "", validTo: versions[0]?.validTo ?? "" })),
    matches: claimMatches(enterprise, claimed),
    rivals: await countRivalClaims(db(), enterprise.id, id),
    reason: reason ?? "", decidedBy: decidedByName ?? "", decidedAt: decidedAt?.toISOString() ?? "",
  };
}
