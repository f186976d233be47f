import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { requireEnterprise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { countAttachments } from "@/lib/data/attachments";
import { db } from "@/lib/data/client";
import { newStorageKey } from "@/lib/integrations/storage";
import { faultOfFile, MAX_FILES_A_SLOT, tidyFileName } from "@/lib/licensing/attachments/accepted-files";
import { UploadInput } from "@/lib/licensing/attachments/upload";
import { sweepUnfinishedUploads } from "./tidy-uploads";
import { requireEditablePlace } from "./upload-target";

/** 上传登记之后随文件走的事实；经签名，不由浏览器改得。 */
export const UploadMetadata = UploadInput.extend({
  accountId: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  roles: z.array(z.enum(["owner", "filler", "submitter"])),
  /** 从哪里传来的。 */
  address: z.string().optional(),
  /** 与文件同序。 */
  storageKeys: z.array(z.string()),
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;

export interface UploadRegistration {
  metadata: UploadMetadata;
  files: { name: string; storageKey: string }[];
}

/**
 * 浏览器要传文件之前问：此人、此处、这些文件行不行；行的话给出随机存储键。
 * @throws Refusal 说明为什么不行
 */
export async function registerUpload(actor: Actor, place: UploadInput, files: readonly { name: string; size: number }[]): Promise<UploadRegistration> {
  const enterprise = requireEnterprise(actor);
  const slot = await requireEditablePlace(db(), actor, place);
  if (files.length === 0) throw new Refusal("invalid", "请先选取文件");
  const { applicationId, section: sectionKey, slot: slotKey, rowId } = place;
  const present = await countAttachments(db(), { applicationId, sectionKey, slot: slotKey, rowId: rowId ?? null });
  if (present + files.length > MAX_FILES_A_SLOT) throw new Refusal("invalid", `“${slot.label}”最多 ${MAX_FILES_A_SLOT} 个文件，请先合并或删除一些`);
  const named = files.map((file) => ({ name: tidyFileName(file.name), size: file.size, storageKey: newStorageKey() }));
  for (const file of named) {
    const fault = faultOfFile(file, slot.imagesOnly);
    if (fault) throw new Refusal("invalid", `${file.name}：${fault}`);
  }
  void sweepUnfinishedUploads().catch(() => undefined);
  const { accountId, enterpriseId, name, roles, address } = enterprise;
  return {
    metadata: { ...place, accountId, enterpriseId, name, roles: [...roles], ...(address ? { address } : {}), storageKeys: named.map((file) => file.storageKey) },
    files: named.map(({ name: fileName, storageKey }) => ({ name: fileName, storageKey })),
  };
}
