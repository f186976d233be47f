import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { findApplicationRecord } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { findCaseForReview, listAccountNames } from "@/lib/data/review";
import { acceptWords, type BatchAction, batchActions, type BatchPreview, type BatchRow, changeWords, issuedItems, issueWords, MAX_BATCH } from "@/lib/licensing/batch";
import { getBusiness } from "@/lib/licensing/businesses";
import { clockAfter } from "@/lib/licensing/case-clock";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { findFollowUpObstacles } from "@/lib/services/follow-ups/case-follow-ups";
import { expectLicenceNumber } from "@/lib/services/licences/effects/issue-licence";
import { effectsNow, presentContext } from "@/lib/services/parties/effects-of-case";
import { type Moment, moment } from "@/lib/services/platform/clock";
import { type BusinessCode, businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";
import { type BatchCase, requireBatch } from "./batch-standing";
import { actionsFor } from "./case-facts";
import { rivalAtIntake } from "./case-parties";

export const BatchPreviewInput = z.object({
  action: z.enum(batchActions),
  applicationIds: z.array(z.uuid()).min(1, "请先选中案件").max(MAX_BATCH, `一批至多 ${MAX_BATCH} 件，请分几批办`),
});
export type BatchPreviewInput = z.infer<typeof BatchPreviewInput>;

/** 这一批里每一件办了会怎样，或者为什么不能办；什么都不改，问的是办理时的同一张流程表。 */
export async function previewBatch(actor: Actor, { action, applicationIds }: BatchPreviewInput): Promise<BatchPreview> {
  const staff = requireStaff(actor);
  const chosen = await requireBatch(staff, action, applicationIds);
  const at = await moment(db());
  const row = licensingWorkflow.find((one) => one.action === action);
  const rows: BatchRow[] = [];
  let issued = 0;
  for (const one of chosen) {
    const previewed = await previewCase(staff, action, one, at, issued + 1);
    issued += previewed.issues ? 1 : 0;
    rows.push(previewed.row);
  }
  return { action, label: row?.label ?? action, confirm: row?.confirm ?? "", rows };
}

type Found = NonNullable<Awaited<ReturnType<typeof findCaseForReview>>>;

interface Previewed {
  row: BatchRow;
  /** 会发新证，占去一个编号。 */
  issues: boolean;
}

async function previewCase(staff: StaffActor, action: BatchAction, { id, number, enterprise, revision }: BatchCase, at: Moment, ahead: number): Promise<Previewed> {
  const found = await findCaseForReview(db(), id);
  const row = { applicationId: id, number, enterprise: enterprise.name, revision, business: wordOf(businesses, found?.application?.business ?? ""), scopeText: found?.application?.scopeText ?? "" };
  const obstacle = found ? await obstacleOf(staff, action, found) : "没有找到这件申请";
  if (!found || obstacle !== undefined) return { row: { ...row, outcome: "", obstacle: obstacle ?? "" }, issues: false };
  const { words, issues } = action === "accept" ? { words: acceptance(found, at), issues: false } : await granting(found, at.today, ahead);
  return { row: { ...row, outcome: words, obstacle: "" }, issues };
}

/** 流程表与阻碍的答复；能办为 undefined。 */
async function obstacleOf(staff: StaffActor, action: BatchAction, found: Found): Promise<string | undefined> {
  const holder = found.holderId ? (await listAccountNames(db(), [found.holderId])).get(found.holderId) : undefined;
  const offers = actionsFor({ ...found, ...(await rivalAtIntake(found)), followUps: await findFollowUpObstacles(found) }, staff, holder);
  const offer = offers.find((one) => one.action === action);
  return offer ? offer.blockedBy : `本案现为“${wordOf(applicationStates, found.state as ApplicationStateCode)}”，不能这样办`;
}

function acceptance(found: Found, { today, calendar }: Moment): string {
  return acceptWords(clockAfter("decision", found, today, promisedDecision(found.application?.business as BusinessCode).value, calendar).promisedDueOn);
}

/** 今天准予会发出什么证、改成什么样；ahead 为前面还要发几张，编号往后顺延。 */
export async function granting({ id, officeCode, application }: Pick<Found, "id" | "officeCode" | "application">, today: string, ahead: number): Promise<{ words: string; issues: boolean }> {
  const business = getBusiness(application?.business ?? "");
  if (business.outcome && !business.partiesOf) return { words: business.outcome, issues: false };
  const record = await findApplicationRecord(id);
  if (!record) return { words: "", issues: false };
  const context = await presentContext(db(), record);
  const items = issuedItems(business, context);
  if (!items) return { words: changeWords(business, effectsNow(record, context)), issues: false };
  return { words: issueWords(items, context, await expectLicenceNumber(db(), officeCode, today, ahead), today), issues: true };
}
