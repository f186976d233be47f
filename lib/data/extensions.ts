import "server-only";
import type { Db } from "./client";

/** 一个机构待批的延长期限申请，法定期限近的在前；连同经过里的申请。 */
export function listRequestedExtensions(db: Db, officeCode: string, take: number) {
  return db.case.findMany({
    where: { officeCode, extension: "requested", finishedAt: null },
    orderBy: [{ statutoryDueOn: "asc" }, { id: "asc" }],
    take,
    select: {
      id: true, number: true, state: true, promisedDueOn: true, statutoryDueOn: true,
      enterprise: { select: { name: true } },
      application: { select: { business: true } },
      events: { where: { action: "requestExtension" }, orderBy: { at: "desc" }, take: 1, select: { action: true, actorName: true, at: true, detail: true } },
    },
  });
}
