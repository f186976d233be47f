import * as z from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findOpenCase, hasLicenceInForce } from "@/lib/data/applications";
import { insertApplication } from "@/lib/data/application-writes";
import { type Db, db, transaction } from "@/lib/data/client";
import { findEnterprise } from "@/lib/data/enterprises";
import { violatedIndex } from "@/lib/data/unique-violation";
import type { Business } from "@/lib/licensing/business";
import { findBusiness } from "@/lib/licensing/businesses";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { nextNumber } from "@/lib/services/platform/next-number";

export const StartApplicationInput = z.object({ business: z.string().max(40) });
export type StartApplicationInput = z.infer<typeof StartApplicationInput>;

/**
 * 开始办理一个业务：已有草稿或在办的就接着办（每企业每业务一件，由唯一索引保证）。
 * 除一般程序外的程序要先有信用接口的答复，由办理程序那一期提供；这里一律一般程序。
 * @throws Refusal conflict 不符合办理前提，说明原因
 */
export async function startApplication(actor: Actor, input: StartApplicationInput): Promise<{ applicationId: string }> {
  const enterprise = requireEnterprise(actor);
  authorise(actor, "application.edit", { enterpriseId: enterprise.enterpriseId });
  const business = findBusiness(input.business);
  if (!business) throw notFound("这个业务");
  const openKey = openKeyOf(enterprise.enterpriseId, business.code);
  const open = await findOpenCase(db(), openKey);
  if (open) return { applicationId: open.id };
  const obstacle = await startObstacle(db(), business, enterprise.enterpriseId);
  if (obstacle) throw new Refusal("conflict", obstacle);
  try {
    return { applicationId: await create(enterprise, business, openKey) };
  } catch (error) {
    // 同事同时点了开始：唯一索引只留一件，另一个接着办那一件
    const raced = violatedIndex(error) === "Case_openKey_key" ? await findOpenCase(db(), openKey) : null;
    if (raced) return { applicationId: raced.id };
    throw error;
  }
}

export const openKeyOf = (enterpriseId: string, business: string): string => `${enterpriseId}:${business}`;

/** 现在不能开始的原因；能开始时为 undefined。依据：decisions 2、14。 */
export async function startObstacle(database: Db, business: Business, enterpriseId: string): Promise<string | undefined> {
  const held = await hasLicenceInForce(database, enterpriseId, await today(database));
  if (business.startsFrom === "none" && held) return "贵单位持有有效的许可证；增加类别或变更等级请办理许可事项变更";
  return business.startsFrom === "licence" && !held ? "贵单位没有有效的许可证，请先办理许可证新申请" : undefined;
}

function create(actor: EnterpriseActor, business: Business, openKey: string): Promise<string> {
  return transaction(async (tx) => {
    const found = await findEnterprise(tx, actor.enterpriseId);
    if (!found) throw notFound("贵单位的登记信息");
    const { officeCode } = found;
    const year = (await today(tx)).slice(0, 4);
    const serial = await nextNumber(tx, `case:${officeCode}:${year}`);
    const caseId = await insertApplication(tx, {
      number: `${officeCode}-${year}-${String(serial).padStart(6, "0")}`,
      officeCode, enterpriseId: actor.enterpriseId, openKey, createdById: actor.accountId,
      business: business.code, definitionVersion: business.version, procedure: "standard",
    });
    await recordAudit(tx, { actor, action: "application.start", subject: "Case", subjectId: caseId, detail: { business: business.code } });
    return caseId;
  });
}
