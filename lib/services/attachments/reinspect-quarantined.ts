import { findUploadTarget, listQuarantined } from "@/lib/data/attachments";
import { db } from "@/lib/data/client";
import { findSection } from "@/lib/forms/business";
import { findBusiness } from "@/lib/licensing/businesses";
import { localStorage, usesUploadThing } from "@/lib/integrations/storage";
import { openSectionsOf } from "@/lib/services/applications/application-view";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { inspectAttachment, rejectAttachment } from "./inspect-attachment";

const HOUR = 3_600_000;

/** 病毒扫描恢复之后补查等着的附件；申请已提交的不再加入。由后台定时做，返回查了几个。 */
export async function reinspectQuarantined(take = 50): Promise<number> {
  const waiting = await listQuarantined(db(), take);
  for (const { id, storageKey, name, applicationId, sectionKey, slot } of waiting) {
    const target = await findUploadTarget(db(), applicationId);
    if (!target || openSectionsOf(target.state as ApplicationStateCode, target.returned) === "none") {
      await rejectAttachment({ id, storageKey }, "检查完成之前申请已提交，没有收下");
      continue;
    }
    const section = findSection(findBusiness(target.business) ?? { sections: [], crossRules: [] }, sectionKey);
    const slots = [...(section?.slots ?? []), ...(section?.tables.flatMap((table) => table.slots ?? []) ?? [])];
    const outcome = await inspectAttachment({ id, storageKey, name, imagesOnly: slots.find((one) => one.key === slot)?.imagesOnly === true });
    // 扫描还没有恢复，剩下的下次再说
    if (outcome.state === "quarantined") break;
  }
  return waiting.length;
}

/** 断掉的上传留下的临时文件，两小时后清掉。 */
export async function sweepUnfinishedUploads(): Promise<void> {
  if (!usesUploadThing()) await localStorage().sweepParts(2 * HOUR, Date.now());
}
