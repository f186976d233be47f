import "server-only";
import type * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { searchLicensed } from "@/lib/data/enterprises";
import type { LicensedEnterprise } from "@/lib/enterprise/account-views";
import { today } from "@/lib/services/platform/clock";
import { firstOf, limitSearch, nameQuery, SHOWN } from "./name-search";

export const CounterpartyQuery = nameQuery("企业");

/** 被吸收方企业弹窗的【查询】：按名称查持有有效许可证的其他企业，内容与公开查验的相同；按账号限次。 */
export async function findCounterparties(actor: Actor, { name }: z.output<typeof CounterpartyQuery>): Promise<{ enterprises: LicensedEnterprise[]; more: boolean }> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.edit", { enterpriseId });
  await limitSearch("counterparties", actor);
  const { found, more } = firstOf(await searchLicensed(db(), { fragment: name, besides: enterpriseId, on: await today(db()) }, SHOWN + 1));
  return { enterprises: found, more };
}
