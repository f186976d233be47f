import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findApplicationRecord } from "@/lib/data/applications";
import { type Db, db } from "@/lib/data/client";
import { findFollowUp, type FollowUpRecord, listCheckedFiles } from "@/lib/data/follow-ups";
import { findRevocation } from "@/lib/data/revocations";
import { getBusiness } from "@/lib/licensing/businesses";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";
import { promisedMaterials } from "@/lib/licensing/follow-ups";
import { promiseSlot } from "@/lib/licensing/sections/promise";
import { contextOf } from "@/lib/services/applications/application-context";
import { factsFor } from "@/lib/services/applications/business-facts";
import { moment } from "@/lib/services/platform/clock";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import { revocationOf, viewOf } from "./follow-up-view";

const WHAT = "这件任务";

/** 一件后续任务：企业看自己的，受理岗、审查岗、签发岗看本机构的。 */
export async function getFollowUp(actor: Actor, followUpId: string): Promise<FollowUpView> {
  if (actor.kind === "public") throw new Refusal("unauthenticated", "请先登录");
  const record = await findRecord(db(), followUpId);
  if (!record) throw notFound(WHAT);
  authoriseFollowUp(actor, record);
  const files = record.kind === "deferral" && record.state === "open" ? await listCheckedFiles(db(), record.caseId) : [];
  const clock = await moment(db());
  const view = viewOf(record, clock, files);
  if (actor.kind !== "staff") return view;
  const [proposal, promise] = [await findRevocation(db(), record.id), await findPromise(record)];
  return { ...view, ...(promise ? { promise } : {}), ...(proposal ? { revocation: revocationOf(proposal, actor, clock.calendar) } : {}) };
}

/** 核查承诺的人要看的：哪些材料没有交，承诺书在哪里。 */
async function findPromise({ kind, caseId }: FollowUpRecord): Promise<FollowUpView["promise"]> {
  const application = kind === ("verification" satisfies FollowUpKind) ? await findApplicationRecord(caseId) : undefined;
  if (!application) return undefined;
  const materials = promisedMaterials(getBusiness(application.business), contextOf(application, await factsFor(application)));
  const letters = (await listCheckedFiles(db(), caseId)).filter(({ slot }) => slot === promiseSlot.key).map(({ id, name }) => ({ id, name }));
  return { materials, letters };
}

async function findRecord(database: Db, followUpId: string): Promise<FollowUpRecord | undefined> {
  return z.uuid().safeParse(followUpId).success ? findFollowUp(database, followUpId) : undefined;
}

/** 企业一侧看得到核查任务没有意义：只有要企业办的才给。 */
function authoriseFollowUp(actor: Actor, record: FollowUpRecord): void {
  if (actor.kind === "staff") return authorise(actor, "followUp.read", { officeCode: record.officeCode }, WHAT);
  authorise(actor, "application.read", { enterpriseId: record.enterpriseId }, WHAT);
  if (record.kind === "verification") throw notFound(WHAT);
}
