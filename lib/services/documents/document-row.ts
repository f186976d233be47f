import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { ListedDocument } from "@/lib/data/documents";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { type DeliveryState, deliveryStates, deliveryWays, documentKinds } from "@/lib/terms/documents";
import { wordOf } from "@/lib/terms/option-map";
import { daysBetween, formatChineseDate } from "@/lib/workflow/iso-date";

/** 列表里的一行；内网的人只有岗位管送达的可以登记，企业看不到出具人的姓名。 */
export function documentRow(found: ListedDocument, place: { caseNumber: string; enterprise: string }, actor: Actor, today: string): DocumentRow {
  const state: DeliveryState = found.deliveredOn === null ? "pending" : "delivered";
  const waitingDays = found.deliveredOn === null ? daysBetween(found.issuedOn, today) : 0;
  return {
    id: found.id,
    kindWord: wordOf(documentKinds, found.kind),
    number: found.number,
    caseId: found.caseId,
    ...place,
    issuedOn: found.issuedOn,
    issuedBy: actor.kind === "staff" ? found.issuedByName : "",
    state,
    stateWord: deliveryStates[state],
    delivery: found.deliveredOn === null ? waited(waitingDays) : `${wordOf(deliveryWays, found.deliveryWay ?? "")}，${formatChineseDate(found.deliveredOn)}，${found.deliveryReceiver ?? ""}`,
    waitingDays,
    recordable: state === "pending" && actor.kind === "staff" && can(actor, "document.deliver", { officeCode: found.officeCode }),
  };
}

const waited = (days: number): string => (days === 0 ? "今日出具" : `出具已 ${days} 日`);
