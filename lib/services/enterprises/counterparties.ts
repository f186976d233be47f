import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { searchLicensed } from "@/lib/data/enterprises";
import { limit, whoIs } from "@/lib/services/accounts/limit";
import { today } from "@/lib/services/platform/clock";

export const CounterpartyQuery = z.object({ name: z.string().trim().min(2, "请至少输入企业名称中的两个字").max(100, "企业名称最多 100 个字") });

const rule = { name: "counterparties", max: 30, seconds: 60, message: "查询过于频繁，请一分钟后再试" } as const;
const SHOWN = 20;

export interface Counterparty {
  uscc: string;
  name: string;
  licenceNumber: string;
  scopeText: string;
}

/** 被吸收方企业弹窗的【查询】：按名称查持有有效许可证的其他企业，内容与公开查验的相同；按账号限次。 */
export async function findCounterparties(actor: Actor, { name }: z.output<typeof CounterpartyQuery>): Promise<{ enterprises: Counterparty[]; more: boolean }> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.edit", { enterpriseId });
  await limit(rule, whoIs(actor));
  const rows = await searchLicensed(db(), { fragment: name, besides: enterpriseId, on: await today(db()) }, SHOWN + 1);
  return { enterprises: rows.slice(0, SHOWN), more: rows.length > SHOWN };
}
