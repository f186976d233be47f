import { announceSessionEnd } from "@/components/account/session-end";
import type { UploadRouter } from "@/app/api/upload/router";
import type { UploadOutcome } from "@/lib/licensing/attachments/upload";
import type { UploadFile } from "./upload-file";

/** 上传的代码只在真的要传时载入：填报页面不为它多等。 */
export async function uploader() {
  const { generateReactHelpers } = await import("@uploadthing/react");
  return generateReactHelpers<UploadRouter>({ url: "/api/upload" });
}

/** 经 uploadthing 的登记、上传、回执；服务端检查完文件才算传成。 */
export const uploadAttachment: UploadFile = async (applicationId, { section, slot, row }, file, { signal, onProgress }) => {
  const { uploadFiles } = await uploader();
  const input = { applicationId, section, slot, ...(row ? { rowId: row } : {}) };
  const sending = uploadFiles("attachment", { files: [file], input, signal, onUploadProgress: ({ progress }) => onProgress(progress) });
  const [done] = await sending.catch((error: unknown) => Promise.reject(explained(error)));
  const outcome: UploadOutcome | null | undefined = done?.serverData;
  if (!outcome) throw new Error("没有收到检查结果，请刷新本页看是否已传上");
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.file;
};

/** 入口拒绝时原因在答复体里；uploadthing 自己的错误只说「XHR failed 403」。登记被拒时答复体在 cause 里：登录已过期的就地请人登录，再按【重试】。 */
export function explained(error: unknown): unknown {
  const { data, cause } = error as { data?: { message?: unknown }; cause?: { signedOut?: unknown } };
  if (cause?.signedOut === true) announceSessionEnd();
  return typeof data?.message === "string" ? new Error(data.message) : error;
}
