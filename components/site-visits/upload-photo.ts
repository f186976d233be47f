import { explained, uploader } from "@/components/application/attachments/upload-attachment";
import type { PhotoOutcome } from "@/lib/licensing/site-visits";

/** 与附件同一条上传的路；服务端检查完照片才算传成。 */
export async function uploadPhoto(visitId: string, file: File): Promise<void> {
  const { uploadFiles } = await uploader();
  const [done] = await uploadFiles("siteVisitPhoto", { files: [file], input: { visitId } }).catch((error: unknown) => Promise.reject(explained(error)));
  const outcome: PhotoOutcome | null | undefined = done?.serverData;
  if (!outcome) throw new Error("没有收到检查结果，请刷新本页看是否已传上");
  if (!outcome.ok) throw new Error(outcome.message);
}
