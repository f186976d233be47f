import { findUploadTarget, listQuarantined } from "@/lib/data/attachments";
import { db } from "@/lib/data/client";
import { findSection } from "@/lib/forms/business";
import { findBusiness } from "@/lib/licensing/businesses";
import { localStorage, usesUploadThing } from "@/lib/integrations/storage";
import { inspectAttachment } from "./inspect-attachment";

const HOUR = 3_600_000;

/** 病毒扫描恢复之后补查等着的附件；申请已提交的不再加入。每传成一个就顺手做，也可由后台定时做；返回查了几个。 */
export async function reinspectQuarantined(take = 50): Promise<number> {
  const waiting = await listQuarantined(db(), take);
  for (const { id, storageKey, name, applicationId, sectionKey: section, slot } of waiting) {
    const outcome = await inspectAttachment({ id, applicationId, section, storageKey, name, imagesOnly: await isImagesOnly(applicationId, section, slot) });
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

/** 断掉的上传留下的临时文件，两小时后清掉。 */
export async function sweepUnfinishedUploads(): Promise<void> {
  if (!usesUploadThing()) await localStorage().sweepParts(2 * HOUR, Date.now());
}
