import { Refusal } from "@/lib/access/refusal";

/**
 * 路由处理器会把请求体整个读进内存：先看长度，过大的、不说长度的（分块传输）不读。
 * 浏览器发 JSON 与表单时总会说长度。
 */
export function requireSmallBody(headers: { get(name: string): string | null }, maxBytes: number): void {
  const length = headers.get("content-length");
  const unknown = headers.get("transfer-encoding") !== null || (length !== null && !/^\d{1,15}$/.test(length));
  if (unknown || Number(length ?? 0) > maxBytes) throw new Refusal("invalid", "请求的内容过大");
}
