import { db } from "@/lib/data/client";
import { noteUnscanned, settleAttachment } from "@/lib/data/attachments";
import { inspectFile, type Verdict } from "@/lib/integrations/file-inspection";
import { objectStorage, readAll } from "@/lib/integrations/storage";
import { MAX_FILE_BYTES } from "@/lib/licensing/attachments/accepted-files";
import { atMost } from "./at-most";

export interface Inspected {
  id: string;
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
  if (verdict.verdict === "accepted") {
    await settleAttachment(db(), file.id, { state: "checked", mediaType: verdict.mediaType });
    return { state: "checked", mediaType: verdict.mediaType };
  }
  if (verdict.verdict === "unscanned") {
    await noteUnscanned(db(), file.id, verdict.reason);
    return { state: "quarantined", message: waitingForScan };
  }
  return rejectAttachment(file, verdict.reason);
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
