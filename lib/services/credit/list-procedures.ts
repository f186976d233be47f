import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findBusiness } from "@/lib/licensing/businesses";
import { barWords, dialogGroups } from "@/lib/licensing/procedures/dialog";
import { barsFor, hasSpecialProcedures, offersFor } from "@/lib/licensing/procedures/offers";
import type { OffersView } from "@/lib/licensing/procedures/start";
import { type ProcedureCode, procedures } from "@/lib/terms/application";
import type { BusinessCode } from "@/lib/terms/businesses";
import { limit, whoIs } from "@/lib/services/accounts/limit";
import { askCredit } from "./ask-credit";

export const ListProceduresInput = z.object({ business: z.string().max(40) });
export type ListProceduresInput = z.infer<typeof ListProceduresInput>;

const rule = { name: "procedures", max: 30, seconds: 60, message: "点得过于频繁，请一分钟后再试" } as const;

/** 点开一个业务：问信用接口，列出可以选的办理方式（决定十一）；没有适用的为空。 */
export async function listProcedures(actor: Actor, input: ListProceduresInput): Promise<OffersView> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.edit", { enterpriseId });
  const business = findBusiness(input.business)?.code;
  if (!business) throw notFound("这个业务");
  if (!hasSpecialProcedures(business)) return { state: "none", groups: [] };
  await limit(rule, whoIs(actor));
  const answer = await askCredit(enterpriseId);
  if (answer.state === "unavailable") return { state: "unavailable", groups: [] };
  const groups = dialogGroups(offersFor(business, answer.standing));
  const bars = barWords(barsFor(business, answer.standing));
  return { state: groups.length + bars.length > 0 ? "offered" : "none", groups, ...(bars.length > 0 ? { bars } : {}), source: answer.source, ...(answer.cachedAt ? { cachedAt: answer.cachedAt } : {}) };
}

/**
 * 开始申请时再核一遍所选的办理方式；没有选的是一般程序。
 * @throws Refusal conflict 不符合这种办理方式，或此刻核实不了
 */
export async function requireProcedure(actor: Actor, business: BusinessCode, requested: ProcedureCode = "standard"): Promise<ProcedureCode> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.edit", { enterpriseId });
  if (requested === "standard") return requested;
  const word = procedures[requested];
  const answer = hasSpecialProcedures(business) ? await askCredit(enterpriseId) : undefined;
  if (answer?.state === "unavailable") throw new Refusal("conflict", `信用接口暂时没有答复，不能核实${word}的条件，请稍后再试，或按一般程序办理`);
  if (!answer || !offersFor(business, answer.standing).includes(requested)) {
    const [bar] = answer ? barWords(barsFor(business, answer.standing).filter(({ procedure }) => procedure === requested)) : [];
    throw new Refusal("conflict", bar ? `${bar}请按一般程序办理` : `贵单位办理这个业务不符合${word}的条件，请按一般程序办理`);
  }
  return requested;
}
