import { randomUUID } from "node:crypto";
import { createUploadthing, type FileRouter, UTFiles } from "uploadthing/next";
import { UploadThingError } from "uploadthing/server";
import { Refusal, type RefusalCode } from "@/lib/access/refusal";
import { currentActor } from "@/lib/auth/current-actor";
import { usesUploadThing } from "@/lib/integrations/storage";
import { UploadInput, type UploadOutcome } from "@/lib/licensing/attachments/upload";
import type { PhotoOutcome } from "@/lib/licensing/site-visits";
import { completeUpload } from "@/lib/services/attachments/complete-upload";
import { registerUpload } from "@/lib/services/attachments/register-upload";
import { completePhoto, PhotoInput, registerPhotos } from "@/lib/services/site-visits/photos";
import { reportFault } from "@/lib/services/platform/report-fault";

/** 包里自带的英文拒绝换成中文；我们自己的原样。 */
const chinese: Readonly<Record<string, string>> = {
  "Invalid input": "上传的请求不正确，请刷新页面后重试",
  "Invalid config: FileSizeMismatch": "文件超过大小限制，请压缩或分成几个文件",
  "Invalid config: FileCountMismatch": "一次选取的文件过多，请分几次上传",
  "Invalid config: InvalidFileType": "不收这种文件，请换成 PDF、JPG、PNG 或 Word",
  "Invalid config: UnknownFileType": "不收这种文件，请换成 PDF、JPG、PNG 或 Word",
  "Invalid signature": "上传的签名不正确",
};
const routeMissing = /^No file route found/;

const create = createUploadthing({
  errorFormatter: ({ message, cause }) => ({
    message: routeMissing.test(message) ? "没有这个上传入口" : (chinese[message] ?? message),
    // 页面据此就地请人登录
    ...(cause instanceof Refusal && cause.code === "unauthenticated" && { signedOut: true }),
  }),
});

const codes: Partial<Record<RefusalCode, "FORBIDDEN" | "NOT_FOUND">> = { unauthenticated: "FORBIDDEN", forbidden: "FORBIDDEN", notFound: "NOT_FOUND" };

/** 服务的拒绝说成上传协议的拒绝；意外只给编号。 */
function asUploadError(error: unknown): UploadThingError {
  if (error instanceof Refusal) return new UploadThingError({ code: codes[error.code] ?? "BAD_REQUEST", message: error.message, cause: error });
  return new UploadThingError({ code: "INTERNAL_SERVER_ERROR", message: `系统繁忙，请稍后再试。编号 ${reportFault(error)}` });
}

// 类型与大小由 registerUpload 按材料判断，说得出中文原因；这里只是外圈
const outer = { maxFileSize: "16MB", maxFileCount: 20, contentDisposition: "attachment" } as const;
const limits = { blob: usesUploadThing() ? ({ ...outer, acl: "private" } as const) : outer };

export const uploadRouter = {
  // 同名同大小的几个文件缺省会得到同一个键，所以键取自随机数
  attachment: create(limits, { awaitServerData: true, getFileHashParts: () => [randomUUID()] })
    .input(UploadInput)
    .middleware(async ({ input, files }) => {
      try {
        const { metadata, files: named } = await registerUpload(await currentActor(), input, files);
        return { ...metadata, [UTFiles]: files.map((file, index) => ({ ...file, name: named[index]?.name ?? file.name, customId: named[index]?.storageKey })) };
      } catch (error) {
        throw asUploadError(error);
      }
    })
    .onUploadComplete(async ({ metadata, file }): Promise<UploadOutcome> => {
      // 本机入口按我们的随机键存；UploadThing 的服务按它自己的键存
      const storageKey = usesUploadThing() ? file.key : (file.customId ?? "");
      try {
        return await completeUpload(metadata, { storageKey, name: file.name, size: file.size, sha256: file.fileHash });
      } catch (error) {
        return { ok: false, message: asUploadError(error).message };
      }
    }),
  // 现场核查的照片：同一条路，只由核查人员，只收图片
  siteVisitPhoto: create(limits, { awaitServerData: true, getFileHashParts: () => [randomUUID()] })
    .input(PhotoInput)
    .middleware(async ({ input, files }) => {
      try {
        const { metadata, files: named } = await registerPhotos(await currentActor(), input, files);
        return { ...metadata, [UTFiles]: files.map((file, index) => ({ ...file, name: named[index]?.name ?? file.name, customId: named[index]?.storageKey })) };
      } catch (error) {
        throw asUploadError(error);
      }
    })
    .onUploadComplete(async ({ metadata, file }): Promise<PhotoOutcome> => {
      const storageKey = usesUploadThing() ? file.key : (file.customId ?? "");
      try {
        return await completePhoto(metadata, { storageKey, name: file.name, size: file.size, sha256: file.fileHash });
      } catch (error) {
        return { ok: false, message: asUploadError(error).message };
      }
    }),
} satisfies FileRouter;

/** 组件以 `import type` 用它。 */
export type UploadRouter = typeof uploadRouter;
