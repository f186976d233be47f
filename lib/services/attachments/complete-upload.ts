import type { EnterpriseActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { countAttachments, findAttachmentByKey, insertAttachment } from "@/lib/data/attachments";
import { type Db, transaction } from "@/lib/data/client";
import type { AttachedFile } from "@/lib/forms/answers";
import { fileScanner } from "@/lib/integrations/file-inspection";
import { objectStorage } from "@/lib/integrations/storage";
import { MAX_FILE_BYTES, MAX_FILES_A_SLOT, tidyFileName } from "@/lib/licensing/attachments/accepted-files";
import type { UploadOutcome } from "@/lib/licensing/attachments/upload";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { reportFault } from "@/lib/services/platform/report-fault";
import { inspectAttachment, type InspectionOutcome, rejectAttachment } from "./inspect-attachment";
import { reinspectQuarantined } from "./tidy-uploads";
import type { UploadMetadata } from "./register-upload";
import { requireEditablePlace } from "./upload-target";

export interface ReceivedFile {
  storageKey: string;
  name: string;
  size: number;
  sha256: string;
}

type Registered = { id: string; imagesOnly: boolean };

/**
 * 文件到了：登记、检查、给出结局。上传期间申请可能已提交、页签可能已关，所以再核对一次；
 * 同一个文件的回调来两次，得到同一结局。
 */
export async function completeUpload(metadata: UploadMetadata, arrived: ReceivedFile): Promise<UploadOutcome> {
  const received = { ...arrived, name: tidyFileName(arrived.name) };
  const registered = await register(metadata, received);
  if ("message" in registered) return { ok: false, message: registered.message };
  const file = { ...metadata, ...registered, ...received };
  const inspected = await inspectAttachment(file).catch((error: unknown) => rejectAttachment(file, `检查文件时出错，请重新上传。编号 ${reportFault(error)}`));
  // 刚查成一个，说明扫描可用：顺手补查先前等着的，不让这次上传等它
  if (inspected.state === "checked" && fileScanner().isVirusScanner) void reinspectQuarantined(10).catch(() => undefined);
  return outcomeOf(metadata, received, registered.id, inspected);
}

async function register(metadata: UploadMetadata, file: ReceivedFile): Promise<Registered | { message: string }> {
  try {
    if (file.size > MAX_FILE_BYTES) throw new Refusal("invalid", "文件超过大小限制，没有收下");
    return await transaction((tx) => insert(tx, metadata, file));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // 不收的文件不留在存储里；已登记过的不动
    if (error.code !== "conflict" || !(await isKnown(file.storageKey))) await objectStorage().remove(file.storageKey);
    return { message: error.message };
  }
}

async function isKnown(storageKey: string): Promise<boolean> {
  return transaction(async (tx) => (await findAttachmentByKey(tx, storageKey)) !== null);
}

async function insert(tx: Db, metadata: UploadMetadata, file: ReceivedFile): Promise<Registered> {
  const { applicationId, section, slot: slotKey, rowId = null } = metadata;
  const actor = uploader(metadata);
  const slot = await requireEditablePlace(tx, actor, metadata, true);
  const place = { applicationId, sectionKey: section, slot: slotKey, rowId };
  const known = await findAttachmentByKey(tx, file.storageKey);
  if (known) return { id: known.id, imagesOnly: slot.imagesOnly === true };
  // 同时传的几个在登记时都还不算数，到这里案件已锁住，数得准
  if ((await countAttachments(tx, place)) >= MAX_FILES_A_SLOT) throw new Refusal("invalid", `“${slot.label}”最多 ${MAX_FILES_A_SLOT} 个文件，请先合并或删除一些`);
  const id = await insertAttachment(tx, { ...place, ...file, mediaType: "application/octet-stream", uploadedById: metadata.accountId });
  if (id === undefined) throw new Refusal("conflict", "这个文件已经登记过，请刷新页面");
  await recordAudit(tx, { actor, action: "attachment.upload", subject: "Attachment", subjectId: id, detail: { applicationId, section, slot: slotKey, size: file.size, sha256: file.sha256 } });
  return { id, imagesOnly: slot.imagesOnly === true };
}

/** 登记时核对过的身份，随签过名的元数据回来。 */
function uploader({ accountId, enterpriseId, name, roles, address }: UploadMetadata): EnterpriseActor {
  return { kind: "enterprise", accountId, sessionId: "upload", name, enterpriseId, roles, ...(address ? { address } : {}) };
}

function outcomeOf(metadata: UploadMetadata, file: ReceivedFile, id: string, inspected: InspectionOutcome): UploadOutcome {
  if (inspected.state !== "checked") return { ok: false, message: inspected.message };
  const { section, slot, rowId } = metadata;
  const attached: AttachedFile = { id, section, slot, ...(rowId ? { row: rowId } : {}), name: file.name, size: file.size, mediaType: inspected.mediaType };
  return { ok: true, file: attached };
}
