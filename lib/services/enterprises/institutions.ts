import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { searchInstitutions } from "@/lib/data/enterprises";
import { limit, whoIs } from "@/lib/services/accounts/limit";

export const InstitutionQuery = z.object({ name: z.string().trim().min(2, "请至少输入机构名称中的两个字").max(100, "机构名称最多 100 个字") });

const rule = { name: "institutions", max: 30, seconds: 60, message: "查询过于频繁，请一分钟后再试" } as const;
const SHOWN = 20;

export interface Institution {
  id: string;
  name: string;
  uscc: string;
}

/** 上级企业弹窗的【查询】：按机构名称模糊查询，只查机构；注册时未登录也可用，按来源限次。 */
export async function findInstitutions(actor: Actor, { name }: z.output<typeof InstitutionQuery>): Promise<{ institutions: Institution[]; more: boolean }> {
  await limit(rule, whoIs(actor));
  const rows = await searchInstitutions(db(), name, SHOWN + 1);
  return { institutions: rows.slice(0, SHOWN), more: rows.length > SHOWN };
}
