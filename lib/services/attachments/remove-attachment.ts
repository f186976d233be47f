import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { type AttachmentRecord, findAttachment, markAttachmentRemoved } from "@/lib/data/attachments";
import { db, type Db, transaction } from "@/lib/data/client";
import { objectStorage } from "@/lib/integrations/storage";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { requireEditablePlace } from "./upload-target";

export const RemoveAttachmentInput = z.object({ attachmentId: z.uuid() });
export type RemoveAttachmentInput = z.infer<typeof RemoveAttachmentInput>;

/**
 * 去掉一个附件。提交过的只从申请里去掉，文件与登记留着（历次提交仍要能看）；没提交过的连文件一起删除。
 * @throws Refusal notFound 没有或别家；conflict 现在不能改
 */
export async function removeAttachment(actor: Actor, { attachmentId }: RemoveAttachmentInput): Promise<{ attachmentId: string }> {
  requireEnterprise(actor);
  const found = await findAttachment(db(), attachmentId);
  if (!found || found.state === "removed" || found.state === "rejected") throw notFound("这个附件");
  authorise(actor, "application.edit", { enterpriseId: found.enterpriseId }, "这个附件");
  const kept = await transaction((tx) => remove(tx, actor, found));
  if (!kept) await objectStorage().remove(found.storageKey);
  return { attachmentId };
}

async function remove(tx: Db, actor: Actor, found: AttachmentRecord): Promise<boolean> {
  const { id, applicationId, sectionKey: section, slot, rowId } = found;
  await requireEditablePlace(tx, actor, { applicationId, section, slot, ...(rowId ? { rowId } : {}) }, true);
  if (!(await markAttachmentRemoved(tx, id))) throw notFound("这个附件");
  await recordAudit(tx, { actor, action: "attachment.remove", subject: "Attachment", subjectId: id, detail: { applicationId, section, slot } });
  // 锁住案件之后再看一次：刚才可能正好提交过；沿用来的与原件共用一份存储
  const now = await findAttachment(tx, id);
  return now === undefined || now.submitted || now.copied;
}
