import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { countEngagements, listEngagements } from "@/lib/data/engagements";
import { findLicenceRow } from "@/lib/data/licences";
import { maskId } from "@/lib/forms/identifiers";
import type { RosterView } from "@/lib/licensing/licence-views";
import { wordOf } from "@/lib/terms/option-map";
import { personnelRoles } from "@/lib/terms/person";

const PAGE = 20;

export interface RosterQuery {
  /** 不写的是本企业的。 */
  licenceId?: string;
  /** 离册的，还是现在在册的。 */
  former?: boolean;
  page?: number;
}

/** 持证企业的在册人员与离册人员，一页二十条，号码遮盖；企业看自己的，内网看本派出机构的。 */
export async function getRoster(actor: Actor, { licenceId, former = false, page = 1 }: RosterQuery = {}): Promise<RosterView> {
  const enterpriseId = await readableEnterprise(actor, licenceId);
  const counts = await countEngagements(db(), enterpriseId);
  const pages = Math.max(1, Math.ceil((former ? counts.former : counts.current) / PAGE));
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const found = await listEngagements(db(), enterpriseId, { former, take: PAGE, skip: (at - 1) * PAGE });
  return {
    former, page: at, pages, counts,
    rows: found.map(({ id, idNumber, person, kind, fromOn, toOn }) => ({
      id, name: person.name, maskedId: maskId(idNumber), role: wordOf(personnelRoles, kind), fromOn, ...(toOn ? { toOn } : {}),
    })),
  };
}

async function readableEnterprise(actor: Actor, licenceId: string | undefined): Promise<string> {
  if (licenceId === undefined) {
    const { enterpriseId } = requireEnterprise(actor);
    authorise(actor, "licence.read", { enterpriseId });
    return enterpriseId;
  }
  const found = z.uuid().safeParse(licenceId).success ? await findLicenceRow(db(), licenceId) : undefined;
  if (!found) throw notFound("这件许可证");
  authorise(actor, "licence.read", actor.kind === "enterprise" ? { enterpriseId: found.enterpriseId } : { officeCode: found.officeCode }, "这件许可证");
  return found.enterpriseId;
}
