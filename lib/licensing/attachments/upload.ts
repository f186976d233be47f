import * as z from "zod";
import type { AttachedFile } from "@/lib/forms/answers";
import { RowId } from "@/lib/forms/section-patch";

/** 上传路由的输入：放到哪份申请的哪一处。 */
export const UploadInput = z.object({
  applicationId: z.uuid(),
  section: z.string().min(1).max(60),
  slot: z.string().min(1).max(60),
  rowId: z.optional(RowId),
});
export type UploadInput = z.infer<typeof UploadInput>;

/** 一次上传的结局：已入库，或为什么没有收。浏览器由 serverData 得到它。 */
export type UploadOutcome = { ok: true; file: { [K in keyof AttachedFile]: AttachedFile[K] } } | { ok: false; message: string };
