import { headers } from "next/headers";
import type { RefusalCode } from "@/lib/access/refusal";
import { currentSession } from "@/lib/auth/current-actor";
import { pathHeader } from "@/lib/auth/request-path";
import { logRefused, type RefusedRequest } from "@/lib/services/platform/report-fault";

/** 平常填错、过期、被人抢先的不记；这几种可能是有人在试。 */
const telling: readonly string[] = ["forbidden", "notFound", "tooMany", "origin", "shape"];

/** 为什么拒绝；origin 来源不对，shape 形状不对。 */
export type RefusedBecause = RefusalCode | "origin" | "shape";

/** 记下被拒绝的请求：谁、哪里、为什么。记不成也不妨碍答复。 */
export async function noteRefused(code: RefusedBecause): Promise<void> {
  if (!telling.includes(code)) return;
  logRefused({ code, ...(await askedBy().catch(() => ({}))) });
}

async function askedBy(): Promise<Omit<RefusedRequest, "code">> {
  const [head, session] = await Promise.all([headers(), currentSession()]);
  return { account: session?.actor.accountId, path: head.get(pathHeader)?.split("?")[0], action: head.get("next-action") ?? undefined };
}
