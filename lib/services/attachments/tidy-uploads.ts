import type { SystemActor } from "@/lib/access/actor";
import { type AttachmentRecord, findAttachment, findUploadTarget, listOrphanedAttachments, listQuarantined, markOrphanRemoved } from "@/lib/data/attachments";
import { type Db, db, transaction } from "@/lib/data/client";
import { findSection } from "@/lib/forms/business";
import { findBusiness } from "@/lib/licensing/businesses";
import { localStorage, objectStorage, usesUploadThing } from "@/lib/integrations/storage";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { inspectAttachment } from "./inspect-attachment";

const HOUR = 3_600_000;

/** 病毒扫描恢复之后补查等着的附件；申请已提交的不再加入。每传成一个就顺手做，也可由后台定时做；返回查了几个。 */
export async function reinspectQuarantined(take = 50): Promise<number> {
  const waiting = await listQuarantined(db(), take);
  for (const { id, storageKey, name, applicationId, sectionKey: section, slot, rowId } of waiting) {
    const outcome = await inspectAttachment({ id, applicationId, section, slot, ...(rowId ? { rowId } : {}), storageKey, name, imagesOnly: await isImagesOnly(applicationId, section, slot) });
    // 扫描还没有恢复，剩下的下次再说
    if (outcome.state === "quarantined") break;
  }
  return waiting.length;
}

async function isImagesOnly(applicationId: string, sectionKey: string, slotKey: string): Promise<boolean> {
  const target = await findUploadTarget(db(), applicationId);
  const business = target && findBusiness(target.business);
  const section = business && findSection(business, sectionKey);
  const slots = [...(section?.slots ?? []), ...(section?.tables.flatMap((table) => table.slots ?? []) ?? [])];
  return slots.some((slot) => slot.key === slotKey && slot.imagesOnly === true);
}

/** 新添的一行取消了、或删去了，已传的附件就没有了主人：一天后去掉，返回去掉几个。 */
export async function removeOrphanedAttachments(actor: SystemActor, take = 200): Promise<number> {
  let removed = 0;
  for (const orphan of await listOrphanedAttachments(db(), take)) {
    const found = await transaction((tx) => removeOrphan(tx, actor, orphan));
    if (!found) continue;
    removed += 1;
    if (!found.submitted && !found.copied) await objectStorage().remove(found.storageKey);
  }
  return removed;
}

async function removeOrphan(tx: Db, actor: SystemActor, orphan: { id: string; applicationId: string }): Promise<AttachmentRecord | undefined> {
  if (!(await markOrphanRemoved(tx, orphan))) return undefined;
  const found = await findAttachment(tx, orphan.id);
  if (!found) return undefined;
  const { applicationId, sectionKey: section, slot, rowId } = found;
  await recordAudit(tx, { actor, action: "attachment.tidy", subject: "Attachment", subjectId: orphan.id, detail: { applicationId, section, slot, rowId } });
  return found;
}

/** 断掉的上传留下的临时文件，两小时后清掉。 */
export async function sweepUnfinishedUploads(): Promise<void> {
  if (!usesUploadThing()) await localStorage().sweepParts(2 * HOUR, Date.now());
}
