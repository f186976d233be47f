import { Readable } from "node:stream";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { objectStorage } from "@/lib/integrations/storage";
import { type NeededFile, onePagePdf, portraitPng } from "./files";

/** 存下的一个附件。 */
export interface KeptFile {
  storageKey: string;
  size: number;
  sha256: string;
  mediaType: string;
}

/** 把演示附件真的写进文件库，打开、下载都是好的；内容只有两种，算一次就够。 */
export async function fileKeeper(): Promise<(file: NeededFile) => Promise<KeptFile>> {
  const pdf = await onePagePdf("Demonstration document");
  const storage = objectStorage();
  return async ({ imagesOnly, name }) => {
    const [bytes, mediaType] = imagesOnly ? [portraitPng, "image/png"] : [pdf, "application/pdf"];
    const { key, size, sha256 } = await storage.put(Readable.from([bytes]), { maxBytes: bytes.length, name, mediaType });
    return { storageKey: key, size, sha256, mediaType };
  };
}

/** 一份申请的附件：存文件、登记为已检查。 */
export async function keepAttachments(actor: EnterpriseActor, applicationId: string, files: readonly NeededFile[]): Promise<void> {
  const keep = await fileKeeper();
  const kept = await Promise.all(files.map(async (file) => ({ ...file, ...(await keep(file)) })));
  await db().attachment.createMany({
    data: kept.map(({ section, slot, row, name, storageKey, size, sha256, mediaType }) => ({
      applicationId, sectionKey: section, slot, rowId: row ?? null, storageKey, name, mediaType, size, sha256, state: "checked", uploadedById: actor.accountId,
    })),
  });
}
