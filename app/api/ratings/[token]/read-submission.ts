import { withoutControls } from "@/lib/forms/plain-text";
import type { PhoneDraft } from "@/lib/evaluation/phone-page";

/** 一百五十个字、四十个选项都写满也用不到一半。 */
export const BODY_LIMIT = 16_384;

/** 五级各八项全勾上。 */
const OPTIONS_LIMIT = 40;

type Read = { fields: URLSearchParams } | { refused: "tooLarge" | "wrongType" };

/** 读提交的表单：只收 application/x-www-form-urlencoded，至多读到上限。 */
export async function readForm(request: Request): Promise<Read> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return { refused: "wrongType" };
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > BODY_LIMIT) return { refused: "tooLarge" };
  // 说了长度的，HTTP 不会让它更长；没说的（分块传输）边读边数
  const text = length === null ? await readWithin(request.body, BODY_LIMIT) : await request.text();
  return text === undefined || text.length > BODY_LIMIT ? { refused: "tooLarge" } : { fields: new URLSearchParams(text) };
}

async function readWithin(body: Request["body"], limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** 表单里的各栏；没有的当没填，存不下的字去掉，换行按一个字算。 */
export function draftOf(fields: URLSearchParams): PhoneDraft {
  const one = (name: string): string => withoutControls(fields.get(name) ?? "").replaceAll("\r\n", "\n");
  return { level: one("level"), options: [...new Set(fields.getAll("o"))].slice(0, OPTIONS_LIMIT).map(withoutControls), text: one("text"), phone: one("phone"), name: one("name") };
}
