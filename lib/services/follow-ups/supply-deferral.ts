import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { closeTodos } from "@/lib/data/communication";
import { type FollowUpRecord, listCheckedFiles } from "@/lib/data/follow-ups";
import type { MissingMaterial, SuppliedFile } from "@/lib/licensing/follow-ups";
import { now } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { detailOf } from "./follow-up-view";
import { lockTask, noteOnCase, settleTask } from "./lock-task";

export const SupplyDeferralInput = z.object({ followUpId: z.uuid(), revision: z.int().positive() });
export type SupplyDeferralInput = z.infer<typeof SupplyDeferralInput>;

/**
 * 【提交补齐材料】：每一份都补上了才能提交，提交后不能再改，等受理岗核对（决定十二）。
 * @throws Refusal invalid 还有没补的；conflict 已提交、已过期限、退回之后没有换过文件
 */
export async function supplyDeferral(actor: Actor, { followUpId, revision }: SupplyDeferralInput): Promise<{ files: number }> {
  const enterprise = requireEnterprise(actor);
  return transaction(async (tx) => {
    const record = await lockTask(tx, followUpId, ["deferral"]);
    authorise(actor, "application.submit", { enterpriseId: record.enterpriseId }, "这件任务");
    const moment = await now(tx);
    requireOpen(record, revision, shanghaiDate(moment));
    const detail = detailOf(record);
    const files = await suppliedFiles(tx, record, detail.missing);
    requireNew(files, detail.files);
    await settleTask(tx, actor, record, "followUp.supply", {
      state: "supplied", detail: { ...detail, files, suppliedAt: moment.toISOString(), suppliedBy: enterprise.name },
    });
    await closeTodos(tx, record.caseId, ["deferredMaterial"]);
    await noteOnCase(tx, actor, record, "deferralSupplied", "enterprise", `${detail.missing.length} 份材料，${files.length} 个文件`);
    return { files: files.length };
  });
}

function requireOpen(record: FollowUpRecord, revision: number, today: string): void {
  if (record.state !== "open") throw new Refusal("conflict", "补齐的材料已经提交，不用再提交");
  if (record.revision !== revision) throw new Refusal("conflict", "这件任务刚有变动，请刷新后再提交");
  if (record.dueOn < today) throw new Refusal("conflict", "补齐期限已过，不能再提交");
}

/** 退回再补的，原样不能再交。 */
function requireNew(files: readonly SuppliedFile[], before: readonly SuppliedFile[]): void {
  const known = new Set(before.map(({ id }) => id));
  if (before.length > 0 && files.length === before.length && files.every(({ id }) => known.has(id))) throw new Refusal("conflict", "与上次提交的一样，还没有换过文件；请按退回的说明重新上传");
}

/** 每一份至少一个文件；列出的文件从此不再变。 */
async function suppliedFiles(tx: Db, { caseId }: FollowUpRecord, missing: readonly MissingMaterial[]): Promise<SuppliedFile[]> {
  if (missing.length === 0) throw notFound("要补的材料");
  const present = await listCheckedFiles(tx, caseId);
  const at = ({ section, slot, rowId }: MissingMaterial) => present.filter((file) => file.sectionKey === section && file.slot === slot && (file.rowId ?? undefined) === rowId);
  const lacking = missing.filter((material) => at(material).length === 0);
  if (lacking.length > 0) throw new Refusal("invalid", `还有 ${lacking.length} 份没有上传：${lacking.map(({ label }) => label).join("；")}`);
  return missing.flatMap((material) => at(material).map(({ id, name }) => ({ ...material, id, name })));
}
