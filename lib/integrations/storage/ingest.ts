import { createHmac, timingSafeEqual } from "node:crypto";

/** UploadThing 的上传协议，入口是我们自己：浏览器与服务端用的是它原样的包，文件不离开本单位。 */
export interface IngestSettings {
  /** 给 createRouteHandler 的令牌。 */
  token: string;
  apiKey: string;
  /** 浏览器 PUT 到这里；须是浏览器所用的地址。 */
  ingestUrl: string;
  callbackUrl: string;
}

const SIGNATURE = "&signature=";
export const UPLOAD_PATH = "/api/upload";

/** 由 UPLOAD_SECRET 与 APP_ORIGIN 得来，各应用服务器相同。 */
export function ingestSettings(): IngestSettings {
  const secret = process.env.UPLOAD_SECRET;
  const origin = process.env.APP_ORIGIN;
  if (!secret || !origin) throw new Error("UPLOAD_SECRET and APP_ORIGIN are required");
  // 密钥另派生一把，UPLOAD_SECRET 本身不出现在任何请求里
  const apiKey = `sk_live_${createHmac("sha256", secret).update("upload ingest").digest("hex")}`;
  const token = Buffer.from(JSON.stringify({ apiKey, appId: "portal", regions: ["local"] })).toString("base64");
  return { token, apiKey, ingestUrl: `${origin}${UPLOAD_PATH}/ingest`, callbackUrl: `${origin}${UPLOAD_PATH}` };
}

export function signPayload(payload: string, apiKey: string): string {
  return `hmac-sha256=${createHmac("sha256", apiKey).update(payload).digest("hex")}`;
}

/** 比较所用的时间与内容无关。 */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** 签过名的上传地址里说的文件。 */
export interface SignedFile {
  name: string;
  size: number;
  type: string;
  customId: string | null;
}

/**
 * 核对上传地址：签名按配置的入口地址重算，不看 Host；过期的不认。
 * @param search 请求地址里「?」起的原样文字
 */
export function readSignedUrl(settings: IngestSettings, fileKey: string, search: string, now: number): SignedFile | "forged" | "expired" {
  const at = search.lastIndexOf(SIGNATURE);
  if (at < 0) return "forged";
  const given = new URLSearchParams(search.slice(at)).get("signature") ?? "";
  const signed = `${settings.ingestUrl}/${fileKey}${search.slice(0, at)}`;
  if (!isSameSecret(given, signPayload(signed, settings.apiKey))) return "forged";
  const query = new URLSearchParams(search);
  if (!(Number(query.get("expires")) > now)) return "expired";
  const size = Number(query.get("x-ut-file-size"));
  if (!Number.isSafeInteger(size) || size < 0) return "forged";
  return { name: valueOf(query, "x-ut-file-name") ?? "", size, type: valueOf(query, "x-ut-file-type") ?? "", customId: valueOf(query, "x-ut-custom-id") };
}

/** 值先经 encodeURIComponent，再由 URLSearchParams 编码一次。 */
function valueOf(query: URLSearchParams, name: string): string | null {
  const value = query.get(name);
  return value === null ? null : decodeURIComponent(value);
}
