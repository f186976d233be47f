import type { LicenceStateCode } from "@/lib/terms/states";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { renewalWindow, type ValidityPeriod } from "./validity";

/** How a licence ended by an act of the office; four different acts with their own consequences. */
export type LicenceEnding = Extract<LicenceStateCode, "deregistered" | "revoked" | "retracted" | "withdrawnAsPenalty">;

/** What is recorded of a licence and decides its state on a day. */
export interface LicenceRecord extends ValidityPeriod {
  readonly ending?: LicenceEnding;
  /** Day on which a 延续 that is still undecided was first submitted. */
  readonly renewalSubmittedOn?: IsoDate;
  readonly underRectification: boolean;
}

/** 依据：行政许可法第五十条: a timely renewal that nobody has decided keeps the licence in force. */
function hasTimelyRenewal(record: LicenceRecord): boolean {
  return record.renewalSubmittedOn !== undefined && record.renewalSubmittedOn <= renewalWindow(record.validTo).closesOn;
}

/** True when the holder may work under the licence on that day. */
export function isInForce(record: LicenceRecord, today: IsoDate): boolean {
  if (record.ending !== undefined || today < record.validFrom) return false;
  return today <= record.validTo || hasTimelyRenewal(record);
}

/** What the verification page says. A licence whose first day has not come cannot be found yet. */
export function licenceVerdict(record: LicenceRecord | undefined, today: IsoDate): LicenceStateCode {
  if (record === undefined) return "notFound";
  if (record.ending !== undefined) return record.ending;
  if (today < record.validFrom) return "notFound";
  if (!isInForce(record, today)) return "expired";
  if (record.underRectification) return "rectification";
  return hasTimelyRenewal(record) ? "renewalPending" : "valid";
}
