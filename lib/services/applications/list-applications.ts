import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { findOpenCase, listApplicationRows, listDisplayNames } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import type { ApplicationRow, BusinessOffer } from "@/lib/licensing/views";
import { type BusinessCode, businesses } from "@/lib/terms/businesses";
import { applicationStates, type ApplicationStateCode } from "@/lib/terms/states";
import { openKeyOf, startObstacle } from "./start-application";

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

/** 首页的业务菜单：只有已经能办的业务，各说能不能办、为什么。 */
export async function listBusinesses(actor: Actor): Promise<BusinessOffer[]> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.read", { enterpriseId });
  const offered = Object.values(licensingBusinesses);
  return Promise.all(
    offered.map(async (business): Promise<BusinessOffer> => {
      const open = await findOpenCase(db(), openKeyOf(enterpriseId, business.code));
      const because = open ? undefined : await startObstacle(db(), business, enterpriseId);
      return {
        business: business.code,
        label: businesses[business.code],
        summary: business.summary,
        ...(open ? { openApplicationId: open.id, openStateWord: applicationStates[open.state as ApplicationStateCode] } : {}),
        ...(because ? { unavailableBecause: because } : {}),
      };
    }),
  );
}
