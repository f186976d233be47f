import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, can, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findEnterprise } from "@/lib/data/enterprises";
import { findCaseForReview, listAccountNames } from "@/lib/data/review";
import { listOfficials, listOpenVisitsOf, listSiteVisits } from "@/lib/data/site-visits";
import { asFacts } from "@/lib/enterprise/particulars";
import { lastExtensionRequest } from "@/lib/licensing/extensions";
import { heldByOther } from "@/lib/licensing/obstacles";
import type { CaseTasks, ExtensionView, OwnVisitRow, SiteVisitsView } from "@/lib/licensing/site-visit-views";
import { siteVisitObstacle } from "@/lib/licensing/site-visits";
import { reviewPosts } from "@/lib/licensing/stages";
import { today } from "@/lib/services/platform/clock";
import { businesses } from "@/lib/terms/businesses";
import type { ExtensionState } from "@/lib/terms/extension";
import { wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";
import { briefOf, ownRowOf, visitViewOf } from "./visit-views";

type Found = NonNullable<Awaited<ReturnType<typeof findCaseForReview>>>;

async function readableCase(staff: StaffActor, applicationId: string): Promise<Found> {
  const found = z.uuid().safeParse(applicationId).success ? await findCaseForReview(db(), applicationId) : null;
  if (!found?.submittedAt) {
    authorise(staff, "application.read");
    throw notFound("这件申请");
  }
  authorise(staff, "application.read", { officeCode: found.officeCode }, "这件申请");
  return found;
}

/** 此人此刻不能安排核查的理由；能安排时为 undefined。 */
async function orderObstacle(staff: StaffActor, found: Found): Promise<string | undefined> {
  if (!can(staff, "siteVisit.order", { officeCode: found.officeCode })) return "现场核查由审查岗安排";
  const held = found.holderId !== null && found.holderId !== staff.accountId ? await listAccountNames(db(), [found.holderId]) : undefined;
  return siteVisitObstacle(found.state, found.siteVisits.length) ?? (held && heldByOther(held.get(found.holderId ?? "")));
}

/** 一件案件的现场核查：历次的记录，与此人能做的事。 */
export async function getSiteVisits(actor: Actor, applicationId: string): Promise<SiteVisitsView> {
  const staff = requireStaff(actor);
  const found = await readableCase(staff, applicationId);
  const [visits, enterprise] = await Promise.all([listSiteVisits(db(), found.id), findEnterprise(db(), found.enterpriseId)]);
  const obstacle = await orderObstacle(staff, found);
  const officials = obstacle === undefined ? await listOfficials(db(), found.officeCode, reviewPosts) : [];
  return {
    applicationId: found.id, number: found.number, enterprise: found.enterprise.name, business: wordOf(businesses, found.application?.business ?? ""), revision: found.revision, today: await today(db()),
    domicile: enterprise ? (asFacts(enterprise).domicile ?? "") : "",
    visits: visits.map((visit) => visitViewOf(visit, staff)),
    candidates: officials.map(({ id, displayName, roles }) => ({ id, name: displayName, posts: roles.map((role) => wordOf(staffRoles, role)).join("、") })),
    mayOrder: obstacle === undefined, obstacle: obstacle ?? "",
  };
}

/** 案件页右栏：延长期限到哪一步，现场核查有哪几次。 */
export async function getCaseTasks(actor: Actor, applicationId: string): Promise<CaseTasks> {
  const staff = requireStaff(actor);
  const found = await readableCase(staff, applicationId);
  const visits = await listSiteVisits(db(), found.id);
  const extension = extensionOf(found);
  return { applicationId: found.id, visits: visits.map(briefOf), mayOrder: (await orderObstacle(staff, found)) === undefined, ...(extension ? { extension } : {}) };
}

function extensionOf({ extension, events }: Found): ExtensionView | undefined {
  const request = lastExtensionRequest(events);
  return extension && request ? { state: extension as ExtensionState, reason: request.reason, requestedBy: request.by, requestedAt: request.at.toISOString() } : undefined;
}

/** 一次列出的上限。 */
const MOST = 50;

/** 此人还没有了的现场核查，日期近的在前。 */
export async function listOwnVisits(actor: Actor): Promise<OwnVisitRow[]> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.record", { officeCode: staff.officeCode });
  const visits = await listOpenVisitsOf(db(), staff.accountId, staff.officeCode, MOST);
  return visits.map((visit) => ownRowOf(visit, staff.accountId));
}
