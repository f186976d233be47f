import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { advanceCase, listAccountNames, lockCaseForDecision, type LockedCase } from "@/lib/data/review";
import { insertSiteVisit, listOfficials } from "@/lib/data/site-visits";
import { ToldReason } from "@/lib/forms/written-text";
import { clockAfter } from "@/lib/licensing/case-clock";
import { heldByOther } from "@/lib/licensing/obstacles";
import { faultsInOrder, siteVisitObstacle } from "@/lib/licensing/site-visits";
import { reviewPosts } from "@/lib/licensing/stages";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { moment } from "@/lib/services/platform/clock";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitFields, siteVisitItems } from "@/lib/terms/site-visits";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { noteVisit } from "./lock-visit";

export const SiteVisitOrder = z.object({
  applicationId: z.uuid(),
  plannedOn: z.string().trim().max(40),
  place: z.string().trim().min(1, `请填写${siteVisitFields.place}`).max(200, "地点请不超过200字"),
  officialIds: z.array(z.uuid()).max(20),
  /** 经申请人同意，核查期间不计入办结期限。 */
  pausesClock: z.boolean(),
  reason: ToldReason(500, "核查事由"),
  idempotencyKey: z.uuid(),
});
export type SiteVisitOrder = z.infer<typeof SiteVisitOrder>;

/**
 * 安排现场核查：两名以上核查人员，企业收到通知书；同意停表的从今天起停。
 * @throws Refusal conflict 不在审查中、由别人承办、已有一次未了；invalid 日期或人员不对
 */
export async function orderSiteVisit(actor: Actor, order: SiteVisitOrder): Promise<{ visitId: string }> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.order");
  return transaction((tx) =>
    withIdempotency(tx, { key: order.idempotencyKey, accountId: staff.accountId, action: "siteVisit.order", subject: order.applicationId }, async () => {
      const found = await lockCaseForDecision(tx, order.applicationId);
      if (!found?.submittedAt) throw notFound("这件申请");
      authorise(staff, "siteVisit.order", { officeCode: found.officeCode }, "这件申请");
      await requireOwnCase(tx, staff, found);
      return { visitId: await open(tx, staff, found, order) };
    }),
  );
}

async function requireOwnCase(tx: Db, staff: StaffActor, found: LockedCase): Promise<void> {
  const obstacle = siteVisitObstacle(found.state, found.siteVisits.length);
  if (obstacle) throw new Refusal("conflict", obstacle);
  if (!found.holderId || found.holderId === staff.accountId) return;
  const holder = (await listAccountNames(tx, [found.holderId])).get(found.holderId);
  throw new Refusal("conflict", heldByOther(holder));
}

async function open(tx: Db, staff: StaffActor, found: LockedCase, { plannedOn, place, officialIds, pausesClock, reason }: SiteVisitOrder): Promise<string> {
  const { today, calendar } = await moment(tx);
  const fields = faultsInOrder({ plannedOn, officialIds }, today);
  const [first] = Object.values(fields);
  if (first) throw new Refusal("invalid", first, { fields });
  const officials = await chosenOfficials(tx, found.officeCode, officialIds);
  const names = officials.map(({ name }) => name);
  const visitId = await insertSiteVisit(tx, { caseId: found.id, officeCode: found.officeCode, plannedOn, place, pausesClock, orderedById: staff.accountId, orderedByName: staff.name }, officials);
  if (pausesClock && !(await advanceCase(tx, { id: found.id, state: found.state, revision: found.revision }, clockAfter("suspend", found, today, 0, calendar)))) throw new Refusal("conflict", "本案刚被别人办过，请刷新后再看");
  const pause = pausesClock ? "，经贵单位同意，核查期间不计入办结期限" : "";
  await noteVisit(tx, staff, found, "siteVisitOrdered", `定于${formatChineseDate(plannedOn)}到${place}核查，核查人员${names.join("、")}${pause}`);
  const items = codesOf(siteVisitItems).map((item) => siteVisitItems[item]);
  await issueDocument(tx, { caseId: found.id, kind: "siteVisit", values: { reason: `${reason}${pause}`, visit: { on: plannedOn, place, officials: names, items } }, by: { id: staff.accountId, name: staff.name } });
  await recordAudit(tx, { actor: staff, action: "siteVisit.order", subject: "SiteVisit", subjectId: visitId, detail: { caseId: found.id, plannedOn, pausesClock, officials: names } });
  return visitId;
}

/** 本机构在用的内网账号；名单外的一律不认。 */
async function chosenOfficials(tx: Db, officeCode: string, ids: readonly string[]): Promise<{ accountId: string; name: string }[]> {
  const known = new Map((await listOfficials(tx, officeCode, reviewPosts)).map(({ id, displayName }) => [id, displayName]));
  return [...new Set(ids)].map((accountId) => {
    const name = known.get(accountId);
    if (name === undefined) throw new Refusal("invalid", "请从名单里选择核查人员", { fields: { officialIds: "请从名单里选择核查人员" } });
    return { accountId, name };
  });
}
