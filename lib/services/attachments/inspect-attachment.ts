import { Refusal } from "@/lib/access/refusal";
import { findUploadTarget, noteUnscanned, settleAttachment } from "@/lib/data/attachments";
import { db, transaction } from "@/lib/data/client";
import { inspectFile, type Verdict } from "@/lib/integrations/file-inspection";
import { objectStorage, readAll } from "@/lib/integrations/storage";
import { MAX_FILE_BYTES } from "@/lib/licensing/attachments/accepted-files";
import { atMost } from "@/lib/services/platform/at-most";
import { requireOpen } from "./upload-target";

export interface Inspected {
  id: string;
  applicationId: string;
  section: string;
  slot: string;
  rowId?: string;
  storageKey: string;
  name: string;
  imagesOnly: boolean;
}

export type InspectionOutcome = { state: "checked"; mediaType: string } | { state: "rejected" | "quarantined"; message: string };

export const waitingForScan = "文件已收到，但病毒扫描暂时做不了；扫描通过后会自动出现在这里，不必重传";

/** 同时只检查两个：一个文件可能占几十兆内存。 */
const gate = atMost(2);

/** 检查一个待查的附件并落定：通过、不收（文件随即删除、原因留下）、或等待病毒扫描。 */
export async function inspectAttachment(file: Inspected): Promise<InspectionOutcome> {
  const verdict = await gate(() => judge(file));
  if (verdict.verdict === "unscanned") {
    await noteUnscanned(db(), file.id, verdict.reason);
    return { state: "quarantined", message: waitingForScan };
  }
  return verdict.verdict === "accepted" ? accept(file, verdict.mediaType) : rejectAttachment(file, verdict.reason);
}

/** 检查期间申请可能已提交：锁住案件再看一次，冻结之后绝不再添。 */
async function accept(file: Inspected, mediaType: string): Promise<InspectionOutcome> {
  try {
    const settled = await transaction(async (tx) => {
      const target = await findUploadTarget(tx, file.applicationId, true);
      if (target) requireOpen(target, file);
      return settleAttachment(tx, file.id, { state: "checked", mediaType });
    });
    return settled ? { state: "checked", mediaType } : { state: "rejected", message: "这个附件已被删除" };
  } catch (error) {
    if (error instanceof Refusal) return rejectAttachment(file, error.message);
    throw error;
  }
}

/** 不收：文件删除，原因留在登记里。 */
export async function rejectAttachment(file: Pick<Inspected, "id" | "storageKey">, reason: string): Promise<InspectionOutcome> {
  if (await settleAttachment(db(), file.id, { state: "rejected", rejection: reason })) await objectStorage().remove(file.storageKey);
  return { state: "rejected", message: reason };
}

async function judge({ storageKey, name, imagesOnly }: Inspected): Promise<Verdict> {
  const bytes = await readAll(await objectStorage().get(storageKey), MAX_FILE_BYTES);
  return inspectFile(bytes, name, { imagesOnly });
}
