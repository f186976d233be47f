import type { Readable } from "node:stream";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type AttachmentRecord, findAttachment } from "@/lib/data/attachments";
import { db } from "@/lib/data/client";
import { MissingObjectError, objectStorage } from "@/lib/integrations/storage";
import { recordAudit } from "@/lib/services/audit/record-audit";

export interface OpenedAttachment {
  name: string;
  mediaType: string;
  size: number;
  stream: Readable;
}

const AttachmentId = z.uuid();

/**
 * 打开一个附件：本企业的人，或案件所在派出机构的内网人员（只见提交过的，每次记入审计）。
 * @throws Refusal notFound 没有、别家、别的机构、还没检查完
 */
export async function openAttachment(actor: Actor, attachmentId: string): Promise<OpenedAttachment> {
  if (actor.kind === "public") throw new Refusal("unauthenticated", "请先登录");
  const found = AttachmentId.safeParse(attachmentId).success ? await findAttachment(db(), attachmentId) : undefined;
  if (!found || !isVisible(actor, found)) throw notFound("这个附件");
  authorise(actor, "application.read", actor.kind === "staff" ? { officeCode: found.officeCode } : { enterpriseId: found.enterpriseId }, "这个附件");
  const { id, applicationId, sectionKey, slot, name, mediaType, size } = found;
  const stream = await read(found.storageKey);
  if (actor.kind === "staff") {
    await recordAudit(db(), { actor, action: "attachment.open", subject: "Attachment", subjectId: id, detail: { applicationId, section: sectionKey, slot } });
  }
  return { name, mediaType, size, stream };
}

/** 提交过的一直能看；没提交过的只有企业自己看得到现有的。 */
function isVisible(actor: Actor, { state, submitted }: AttachmentRecord): boolean {
  if (submitted) return state === "checked" || state === "removed";
  return actor.kind !== "staff" && state === "checked";
}

async function read(storageKey: string): Promise<Readable> {
  try {
    return await objectStorage().get(storageKey);
  } catch (error) {
    if (error instanceof MissingObjectError) throw new Refusal("notFound", "附件的文件不在了，请联系系统管理员");
    throw error;
  }
}
