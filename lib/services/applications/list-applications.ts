import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { findOpenCase, listApplicationRows, listDisplayNames } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import type { Business } from "@/lib/licensing/business";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import type { ApplicationRow, BusinessOffer } from "@/lib/licensing/views";
import { type Standing, startObstacle } from "@/lib/licensing/preconditions";
import { terminationPath } from "@/lib/licensing/termination";
import { today } from "@/lib/services/platform/clock";
import { type ProcedureCode, procedureMark } from "@/lib/terms/application";
import { type BusinessCode, businesses, formerMenuWords, menuWordOf } from "@/lib/terms/businesses";
import { codesOf } from "@/lib/terms/option-map";
import { applicationStates, type ApplicationStateCode } from "@/lib/terms/states";
import { standingOf } from "./business-facts";
import { openKeyOf } from "./start-application";

/** 本企业的全部申请，新的在前。 */
export async function listApplications(actor: Actor): Promise<ApplicationRow[]> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.read", { enterpriseId });
  const rows = await listApplicationRows(db(), enterpriseId);
  const names = await listDisplayNames(db(), rows.flatMap((row) => row.application?.sections.map((section) => section.updatedById) ?? []));
  return rows.map((row) => {
    const last = row.application?.sections[0];
    const business = row.application?.business as BusinessCode;
    return {
      applicationId: row.id,
      number: row.number,
      business,
      label: businesses[business],
      state: row.state as ApplicationStateCode,
      stateWord: applicationStates[row.state as ApplicationStateCode],
      procedure: (row.application?.procedure ?? "standard") as ProcedureCode,
      mark: procedureMark(row.application?.procedure),
      scopeText: row.application?.scopeText ?? "",
      createdAt: row.createdAt.toISOString(),
      updatedAt: (last?.updatedAt ?? row.createdAt).toISOString(),
      updatedBy: names.get(last?.updatedById ?? "") ?? "",
      ...(row.submittedAt ? { submittedAt: row.submittedAt.toISOString() } : {}),
      ...(row.finishedAt ? { finishedAt: row.finishedAt.toISOString() } : {}),
      ...(row.stageDueOn ? { stageDueOn: row.stageDueOn } : {}),
    };
  });
}

/** 首页的业务菜单：只有已经能办的业务，次序照手册，各说能不能办、为什么；最后是业务办理终止。 */
export async function listBusinesses(actor: Actor): Promise<BusinessOffer[]> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.read", { enterpriseId });
  const standing = await standingOf(db(), enterpriseId, await today(db()));
  const offered = codesOf(businesses).flatMap((code) => licensingBusinesses[code] ?? []);
  const offers = await Promise.all(offered.map((business) => offerOf(business, enterpriseId, standing)));
  return [...offers, terminationOffer(standing)];
}

async function offerOf(business: Business, enterpriseId: string, standing: Standing): Promise<BusinessOffer> {
  const open = await findOpenCase(db(), openKeyOf(enterpriseId, business.code));
  const obstacle = open ? undefined : startObstacle(business, standing);
  const formerLabel = formerMenuWords[business.code];
  return {
    business: business.code,
    label: menuWordOf(business.code),
    summary: business.summary,
    ...(formerLabel ? { formerLabel } : {}),
    ...(open ? { openApplicationId: open.id, openStateWord: applicationStates[open.state as ApplicationStateCode] } : {}),
    ...(obstacle ? { unavailableBecause: obstacle.reason } : {}),
    ...(obstacle?.instead ? { instead: obstacle.instead } : {}),
  };
}

/** 业务办理终止不是一份申请表，菜单里照样有它。 */
function terminationOffer({ running }: Standing): BusinessOffer {
  const code = "termination";
  return {
    business: code,
    label: menuWordOf(code),
    summary: "已提交、尚未作出决定，不再办理的申请",
    href: terminationPath(),
    ...(running.some(({ submitted }) => submitted) ? {} : { unavailableBecause: "现在没有已提交、尚未作出决定的申请" }),
  };
}
