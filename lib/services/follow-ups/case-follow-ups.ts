import { findApplicationRecord, lockApplicationRecord } from "@/lib/data/applications";
import { findApplicationLicence } from "@/lib/data/business-facts";
import { type Db, db } from "@/lib/data/client";
import { closeTodos } from "@/lib/data/communication";
import { cancelFollowUps, listCaseFollowUps } from "@/lib/data/follow-ups";
import { getBusiness } from "@/lib/licensing/businesses";
import { followUpObstacles, type MissingMaterial, missingMaterials } from "@/lib/licensing/follow-ups";
import { isByCommitment } from "@/lib/licensing/procedures/materials";
import type { LicensingAction } from "@/lib/licensing/workflow";
import { contextOf } from "@/lib/services/applications/application-context";
import { factsFor } from "@/lib/services/applications/business-facts";
import type { ProcedureCode } from "@/lib/terms/application";
import { type FollowUpPlace, openDeferral, openVerification } from "./open-follow-up";

/** 判断后续任务所需的案件；锁住的与只读的都给得出。 */
export interface FollowedCase {
  id: string;
  enterpriseId: string;
  officeCode: string;
  state: string;
  application: { procedure: string } | null;
}

type Obstacles = Partial<Record<LicensingAction, string>>;

const isConditional = ({ application }: FollowedCase): boolean => application?.procedure === ("conditionalAcceptance" satisfies ProcedureCode);
const placeOf = ({ id, enterpriseId, officeCode }: FollowedCase): FollowUpPlace => ({ caseId: id, enterpriseId, officeCode });

/** 本案因容缺材料而有的阻碍：动作 → 理由；不是容缺受理的没有。只看不办的页面用。 */
export async function findFollowUpObstacles(found: FollowedCase): Promise<Obstacles> {
  if (!isConditional(found)) return {};
  return followUpObstacles((await findMissing(found))?.length, await listCaseFollowUps(db(), found.id));
}

/** 容缺受理之前，此刻缺的材料；不是容缺受理的、已经受理的没有。 */
export async function findMissing(found: FollowedCase): Promise<MissingMaterial[] | undefined> {
  const record = isConditional(found) && found.state === "submitted" ? await findApplicationRecord(found.id) : undefined;
  return record && missingMaterials(getBusiness(record.business), contextOf(record, await factsFor(record)));
}

/** 有哪些阻碍，办理时在事务里问。 */
export async function followUpObstaclesIn(tx: Db, found: FollowedCase): Promise<Obstacles> {
  if (!isConditional(found)) return {};
  const missing = found.state === "submitted" ? (await missingIn(tx, found.id)).length : undefined;
  return followUpObstacles(missing, await listCaseFollowUps(tx, found.id));
}

/** 办理一个环节之后：容缺受理开补齐任务，按承诺准予开核查任务，没有办成的取消未了的任务。与所办的事同一事务。 */
export async function followUpsAfter(tx: Db, found: FollowedCase, action: LicensingAction, today: string): Promise<void> {
  switch (action) {
    case "acceptConditionally":
      await openDeferral(tx, { ...placeOf(found), noticeOn: today, missing: await missingIn(tx, found.id) });
      return;
    case "grant":
      return verifyLater(tx, found, today);
    case "refuse":
    case "rejectIntake":
    case "terminate":
      return cancelCaseFollowUps(tx, found.id);
    default:
  }
}

async function verifyLater(tx: Db, found: FollowedCase, today: string): Promise<void> {
  if (!found.application || !isByCommitment(found.application.procedure as ProcedureCode)) return;
  const licence = await findApplicationLicence(tx, found.id);
  await openVerification(tx, { ...placeOf(found), decidedOn: today, ...(licence ? { licenceId: licence.licenceId } : {}) });
}

/** 案件以别的方式办结：未了的任务取消，待办关闭。 */
export async function cancelCaseFollowUps(tx: Db, caseId: string): Promise<void> {
  const count = await cancelFollowUps(tx, caseId);
  if (count > 0) await closeTodos(tx, caseId, ["deferredMaterial", "rectification"]);
}

/** 视为受理之时缺的材料；不是容缺受理的没有。 */
export async function findCaseMissing(tx: Db, found: FollowedCase): Promise<MissingMaterial[]> {
  return isConditional(found) ? missingIn(tx, found.id) : [];
}

async function missingIn(tx: Db, caseId: string): Promise<MissingMaterial[]> {
  const record = await lockApplicationRecord(tx, caseId);
  return record ? missingMaterials(getBusiness(record.business), contextOf(record, await factsFor(record, tx))) : [];
}
