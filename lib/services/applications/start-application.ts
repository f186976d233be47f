import * as z from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findOpenCase } from "@/lib/data/applications";
import { insertApplication } from "@/lib/data/application-writes";
import { type Db, db, transaction } from "@/lib/data/client";
import { findEnterprise } from "@/lib/data/enterprises";
import { violatedIndex } from "@/lib/data/unique-violation";
import type { Business } from "@/lib/licensing/business";
import { caseSeries, formatCaseNumber } from "@/lib/licensing/case-number";
import { findBusiness } from "@/lib/licensing/businesses";
import { type Obstacle, startObstacle } from "@/lib/licensing/preconditions";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { requireProcedure } from "@/lib/services/credit/list-procedures";
import { today } from "@/lib/services/platform/clock";
import { nextNumber } from "@/lib/services/platform/next-number";
import { type ProcedureCode, procedures } from "@/lib/terms/application";
import { codesOf } from "@/lib/terms/option-map";
import { standingOf } from "./business-facts";
import { prefill } from "./prefill";

export const StartApplicationInput = z.object({ business: z.string().max(40), procedure: z.enum(codesOf(procedures)).optional() });
export type StartApplicationInput = z.infer<typeof StartApplicationInput>;

/**
 * 开始办理一个业务：已有草稿或在办的就接着办（每企业每业务一件，由唯一索引保证）。
 * 办理方式只在此时选定：不是一般程序的，按信用接口此刻的答复再核一遍。
 * @throws Refusal conflict 不符合办理前提或所选办理方式的条件，说明原因
 */
export async function startApplication(actor: Actor, input: StartApplicationInput): Promise<{ applicationId: string }> {
  const enterprise = requireEnterprise(actor);
  authorise(actor, "application.edit", { enterpriseId: enterprise.enterpriseId });
  const business = findBusiness(input.business);
  if (!business) throw notFound("这个业务");
  const openKey = openKeyOf(enterprise.enterpriseId, business.code);
  const open = await findOpenCase(db(), openKey);
  if (open) return { applicationId: open.id };
  const obstacle = await findStartObstacle(db(), business, enterprise.enterpriseId);
  if (obstacle) throw new Refusal("conflict", obstacle.reason);
  const procedure = await requireProcedure(actor, business.code, input.procedure);
  try {
    return { applicationId: await create(enterprise, business, openKey, procedure) };
  } catch (error) {
    // 同事同时点了开始：唯一索引只留一件，另一个接着办那一件
    const raced = violatedIndex(error) === "Case_openKey_key" ? await findOpenCase(db(), openKey) : null;
    if (raced) return { applicationId: raced.id };
    throw error;
  }
}

export const openKeyOf = (enterpriseId: string, business: string): string => `${enterpriseId}:${business}`;

/** 现在不能开始的原因与改办什么；能开始时为 undefined。依据：decisions 2、14。 */
export async function findStartObstacle(database: Db, business: Business, enterpriseId: string): Promise<Obstacle | undefined> {
  return startObstacle(business, await standingOf(database, enterpriseId, await today(database)));
}

function create(actor: EnterpriseActor, business: Business, openKey: string, procedure: ProcedureCode): Promise<string> {
  return transaction(async (tx) => {
    const found = await findEnterprise(tx, actor.enterpriseId);
    if (!found) throw notFound("贵单位的登记信息");
    const { officeCode } = found;
    const year = (await today(tx)).slice(0, 4);
    const serial = await nextNumber(tx, caseSeries(officeCode, year));
    const caseId = await insertApplication(tx, {
      number: formatCaseNumber(officeCode, year, serial),
      officeCode, enterpriseId: actor.enterpriseId, openKey, createdById: actor.accountId,
      business: business.code, definitionVersion: business.version, procedure,
    });
    await prefill(tx, actor, business, { caseId, enterpriseId: actor.enterpriseId });
    await recordAudit(tx, { actor, action: "application.start", subject: "Case", subjectId: caseId, detail: { business: business.code, procedure } });
    return caseId;
  });
}
