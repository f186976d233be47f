import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/access/refusal";
import { deletePendingUpload, findPendingUpload, insertPendingUploads, storeUploadResult } from "@/lib/data/attachments";
import { db, transaction } from "@/lib/data/client";
import { type IngestSettings, readSignedUrl, type SignedFile, signPayload } from "@/lib/integrations/storage/ingest";
import { objectStorage, type StoredObject, TakenKeyError } from "@/lib/integrations/storage";
import { MAX_FILE_BYTES, MAX_FILE_MEGABYTES } from "@/lib/licensing/attachments/accepted-files";
import { PhotoMetadata } from "@/lib/services/site-visits/photos";
import { UploadMetadata } from "./register-upload";

/** 登记在数据库里，哪台应用服务器接到文件都认得；两小时没有来的作废（上传地址一小时过期）。 */
const STALE_MINUTES = 120;
/** 表单分隔与头部之外，请求体不会比文件大多少。 */
const FORM_OVERHEAD = 64 * 1024;

const RouteMetadata = z.object({
  fileKeys: z.array(z.string().min(1).max(200)).min(1).max(100),
  metadata: z.union([UploadMetadata, PhotoMetadata]),
  callbackUrl: z.string().max(500),
  callbackSlug: z.string().max(60),
});

const CallbackResult = z.object({ fileKey: z.string().max(200), callbackData: z.json() });

/** 上传协议第三步：文件到来之前，先知道它们归谁、放哪里。 */
export async function recordRouteMetadata(body: unknown): Promise<void> {
  const parsed = RouteMetadata.safeParse(body);
  if (!parsed.success) throw new Refusal("invalid", "上传登记的内容不正确");
  const { fileKeys, metadata, callbackUrl, callbackSlug } = parsed.data;
  if (fileKeys.length !== metadata.storageKeys.length) throw new Refusal("invalid", "上传登记的文件数不一致");
  const pending = fileKeys.map((fileKey, index) => ({ fileKey, storageKey: metadata.storageKeys[index] ?? "", metadata, callbackUrl, callbackSlug }));
  const recorded = await transaction((tx) => insertPendingUploads(tx, pending, STALE_MINUTES));
  if (!recorded) throw new Refusal("conflict", "上传登记的文件键重复，请重试");
}

/** 第七步：回调的结局，等着答复浏览器。 */
export async function recordCallbackResult(body: unknown): Promise<void> {
  const parsed = CallbackResult.safeParse(body);
  if (!parsed.success) throw new Refusal("invalid", "回执的内容不正确");
  const { fileKey, callbackData } = parsed.data;
  if (!(await storeUploadResult(db(), fileKey, callbackData ?? {}))) throw notFound("这次上传的登记");
}

export interface IngestRequest {
  fileKey: string;
  search: string;
  headers: Record<string, string>;
  body: ReadableStream | null;
  now: number;
}

/** 核对上传地址；不认的说明原因。 */
export function requireSignedUrl(settings: IngestSettings, { fileKey, search, now }: Pick<IngestRequest, "fileKey" | "search" | "now">): SignedFile {
  const file = readSignedUrl(settings, fileKey, search, now);
  if (file === "forged") throw new Refusal("forbidden", "上传地址不正确，请刷新页面后重新选取文件");
  if (file === "expired") throw new Refusal("forbidden", "上传地址已过期，请重新上传");
  if (file.size > MAX_FILE_BYTES) throw new Refusal("invalid", `超过 ${MAX_FILE_MEGABYTES} MB，请压缩或分成几个文件`);
  return file;
}

/** 浏览器得到的答复里与文件有关的部分。 */
export interface IngestReply {
  url: string;
  fileHash: string;
  serverData: unknown;
}

/**
 * 第五、六、八步：收下文件，回调上传路由去登记与检查，带回结局。没走完的，文件一并清掉。
 * @param callback 把签过名的回调交给上传路由
 */
export async function receiveFile(settings: IngestSettings, request: IngestRequest, callback: (request: Request) => Promise<Response>): Promise<IngestReply> {
  const file = requireSignedUrl(settings, request);
  const pending = await findPendingUpload(db(), request.fileKey);
  if (!pending || pending.storageKey !== file.customId) throw notFound("这次上传的登记，请重新上传");
  const stored = await storeForm(request, file, pending.storageKey);
  const url = `${settings.callbackUrl}/ingest/${request.fileKey}`;
  const uploaded = { ...file, key: request.fileKey, url, appUrl: url, ufsUrl: url, fileHash: stored.sha256 };
  const payload = JSON.stringify({ status: "uploaded", metadata: pending.metadata, file: uploaded, origin: settings.ingestUrl });
  try {
    const answer = await callback(callbackRequest(settings, pending, payload));
    const settled = await findPendingUpload(db(), request.fileKey);
    if (!answer.ok || !settled?.result) throw new Error(`the upload callback answered ${answer.status} without a result`);
    return { url, fileHash: stored.sha256, serverData: settled.result };
  } catch (error) {
    await objectStorage().remove(stored.key);
    throw error;
  } finally {
    await deletePendingUpload(db(), request.fileKey);
  }
}

function callbackRequest(settings: IngestSettings, { callbackUrl, callbackSlug }: { callbackUrl: string; callbackSlug: string }, payload: string): Request {
  const url = new URL(callbackUrl);
  url.searchParams.set("slug", callbackSlug);
  return new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json", "uploadthing-hook": "callback", "x-uploadthing-signature": signPayload(payload, settings.apiKey) },
    body: payload,
  });
}

/** 边收边存，不在内存里攒；大小须与登记的一字节不差。 */
async function storeForm(request: IngestRequest, file: SignedFile, storageKey: string): Promise<StoredObject> {
  if (!request.body) throw new Refusal("invalid", "没有收到文件");
  if (Number(request.headers["content-length"] ?? 0) > file.size + FORM_OVERHEAD) throw new Refusal("invalid", "文件与登记的大小不符，请重新选取");
  if (Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0) !== 0) throw new Refusal("invalid", "请从头上传这个文件");
  const stored = await parseForm(request.body, request.headers, file.size, storageKey);
  if (stored.size === file.size) return stored;
  await objectStorage().remove(stored.key);
  throw new Refusal("invalid", "文件没有传完整，请重新上传");
}

async function parseForm(body: ReadableStream, headers: Record<string, string>, size: number, key: string): Promise<StoredObject> {
  const form = openForm(headers, size);
  let storing: Promise<StoredObject> | undefined;
  // 断在中间时 busboy 在 pipeline 收尾之后还会再报一次错；没有监听者会结束进程
  form.on("error", () => {});
  form.on("file", (_field, content) => {
    content.on("error", () => {});
    storing = objectStorage().put(content, { key, maxBytes: size + 1 });
    // 存不下（磁盘满、键已有）就不必再收
    storing.catch((error: Error) => form.destroy(error));
  });
  const received = await pipeline(Readable.fromWeb(body), form).then(() => undefined, (error: unknown) => error);
  if (!storing) throw new Refusal("invalid", "没有收到文件");
  const kept = await storing.catch((error: unknown) => {
    throw error instanceof TakenKeyError ? new Refusal("conflict", "这个文件已经传过，请刷新页面") : received ? interrupted() : error;
  });
  if (!received) return kept;
  await objectStorage().remove(kept.key);
  throw interrupted();
}

const interrupted = (): Refusal => new Refusal("invalid", "上传中断，请重新上传");

function openForm(headers: Record<string, string>, size: number): busboy.Busboy {
  try {
    return busboy({ headers, limits: { files: 1, fields: 0, parts: 4, fileSize: size + 1 } });
  } catch {
    throw new Refusal("invalid", "上传的内容格式不正确");
  }
}
