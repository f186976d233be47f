import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { limit, whoIs } from "@/lib/services/accounts/limit";

/** 弹窗里一次最多列出几个；再多请把名称写完整。 */
export const SHOWN = 20;

/** 按名称查询所填的：两个字以上。 */
export const nameQuery = (what: string) => z.object({ name: z.string().trim().min(2, `请至少输入${what}名称中的两个字`).max(100, `${what}名称最多 100 个字`) });

/** 一分钟至多三十次；登录的按账号，没登录的按来源。 */
export async function limitSearch(name: string, actor: Actor): Promise<void> {
  await limit({ name, max: 30, seconds: 60, message: "查询过于频繁，请一分钟后再试" }, whoIs(actor));
}

/** 多取一个，就知道还有没有。 */
export const firstOf = <T>(rows: readonly T[]): { found: T[]; more: boolean } => ({ found: rows.slice(0, SHOWN), more: rows.length > SHOWN });
