import { db } from "@/lib/data/client";
import { findSuppliedDetail, listFileFacts } from "@/lib/data/submissions";
import type { SummarySection, SummarySlot } from "@/lib/forms/summary";
import { FollowUpDetail } from "@/lib/licensing/follow-ups";
import { followUpKinds } from "@/lib/terms/follow-ups";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

/** 受理之后补齐的容缺材料，一份一格；没有的为空。提交之后这些文件不再变。 */
export async function suppliedSections(applicationId: string): Promise<SummarySection[]> {
  const { missing, files, suppliedAt } = FollowUpDetail.parse((await findSuppliedDetail(db(), applicationId)) ?? {});
  if (files.length === 0) return [];
  const facts = await listFileFacts(db(), applicationId, files.map(({ id }) => id));
  const slots = missing.map(({ section, slot, rowId, label }): SummarySlot => ({
    slot, label,
    files: files.filter((file) => file.section === section && file.slot === slot && file.rowId === rowId)
      .map(({ id, name }) => ({ id, name, size: facts.get(id)?.size ?? 0, mediaType: facts.get(id)?.mediaType ?? "" })),
  }));
  const label = suppliedAt ? `${followUpKinds.deferral}材料（${shanghaiMoment(new Date(suppliedAt))}提交）` : `${followUpKinds.deferral}材料`;
  return [{ section: "supplied-materials", label, groups: [], tables: [], slots }];
}
