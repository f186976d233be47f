import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findUploadTarget, type UploadTarget } from "@/lib/data/attachments";
import type { Db } from "@/lib/data/client";
import { findSection } from "@/lib/forms/business";
import type { Slot } from "@/lib/forms/definition";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { isOpen, openSectionsOf } from "@/lib/services/applications/application-view";
import type { ApplicationStateCode } from "@/lib/terms/states";

/** 附件所在的一处。 */
export interface Place {
  applicationId: string;
  section: string;
  slot: string;
  rowId?: string;
}

/**
 * 此人能在这一处放、去附件，并且声明里真有这份材料；锁住案件时与提交互斥。
 * @throws Refusal notFound 没有或别家；conflict 现在不能改
 */
export async function requireEditablePlace(db: Db, actor: Actor, place: Place, lock = false): Promise<Slot<LicensingContext>> {
  requireEnterprise(actor);
  const target = await findUploadTarget(db, place.applicationId, lock);
  if (!target) throw notFound("这份申请");
  authorise(actor, "application.edit", { enterpriseId: target.enterpriseId }, "这份申请");
  const slot = declaredSlot(target, place);
  requireOpen(target, place);
  return slot;
}

/** 页签的材料不带行，行的材料必带行。 */
function declaredSlot(target: UploadTarget, place: Place): Slot<LicensingContext> {
  const section = findSection(getBusiness(target.business), place.section);
  const own = place.rowId === undefined ? section?.slots : section?.tables.flatMap((table) => table.slots ?? []);
  const slot = own?.find((candidate) => candidate.key === place.slot);
  if (!slot) throw notFound("这份材料");
  return slot;
}

/** 别的服务也用：待补正时只有被退回的页签可以动；容缺受理后只有缺的那几份可以补。 */
export function requireOpen(target: Pick<UploadTarget, "state" | "returned" | "deferred">, { section, slot, rowId }: Omit<Place, "applicationId">): void {
  if (target.deferred.some((missing) => missing.section === section && missing.slot === slot && missing.rowId === rowId)) return;
  const open = openSectionsOf(target.state as ApplicationStateCode, target.returned);
  if (open === "none") throw new Refusal("conflict", "这份申请已提交或已办结，不能再修改附件");
  if (!isOpen(open, section)) throw new Refusal("conflict", "补正期间只能修改有补正意见的页签");
}
