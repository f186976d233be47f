import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { listRequestedExtensions } from "@/lib/data/extensions";
import { lastExtensionRequest } from "@/lib/licensing/extensions";
import type { ExtensionRow } from "@/lib/licensing/site-visit-views";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";

/** 一次列出的上限：待批的延期少，多到这里先办这些。 */
const MOST = 50;

/** 本机构等签发岗批准的延长期限，法定期限近的在前。 */
export async function listPendingExtensions(actor: Actor): Promise<ExtensionRow[]> {
  const staff = requireStaff(actor);
  authorise(staff, "extension.decide", { officeCode: staff.officeCode });
  const found = await listRequestedExtensions(db(), staff.officeCode, MOST);
  return found.map(({ id, number, state, enterprise, application, events, promisedDueOn, statutoryDueOn }) => {
    const request = lastExtensionRequest(events);
    return {
      id, number, enterprise: enterprise.name, business: wordOf(businesses, application?.business ?? ""),
      stateWord: wordOf(applicationStates, state as ApplicationStateCode),
      promisedDueOn: promisedDueOn ?? "", statutoryDueOn: statutoryDueOn ?? "",
      reason: request?.reason ?? "", requestedBy: request?.by ?? "", requestedAt: request?.at.toISOString() ?? "",
    };
  });
}
