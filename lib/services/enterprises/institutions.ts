import "server-only";
import type * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { searchInstitutions } from "@/lib/data/enterprises";
import type { Institution } from "@/lib/enterprise/account-views";
import { firstOf, limitSearch, nameQuery, SHOWN } from "./name-search";

export const InstitutionQuery = nameQuery("机构");

/** 上级企业弹窗的【查询】：按机构名称模糊查询，只查机构；注册时未登录也可用，按来源限次。 */
export async function findInstitutions(actor: Actor, { name }: z.output<typeof InstitutionQuery>): Promise<{ institutions: Institution[]; more: boolean }> {
  await limitSearch("institutions", actor);
  const { found, more } = firstOf(await searchInstitutions(db(), name, SHOWN + 1));
  return { institutions: found, more };
}
