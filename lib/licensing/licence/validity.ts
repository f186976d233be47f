import { addDays, addMonths, addYears, type IsoDate } from "@/lib/workflow/iso-date";
import { limits } from "../rule-sets/limits";

/** First and last day of a licence, both included. */
export interface ValidityPeriod {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** A licence granted on a day is valid from that day for so many years less a day. */
export function issuePeriod(decidedOn: IsoDate, years: number): ValidityPeriod {
  const anniversary = addYears(decidedOn, years);
  // Granted on 29 February: the last day of that month stands for the missing anniversary.
  const sameDay = anniversary.slice(-2) === decidedOn.slice(-2);
  return { validFrom: decidedOn, validTo: sameDay ? addDays(anniversary, -1) : anniversary };
}

/** 延续: the new expiry counts from the old one, whenever the decision falls. */
export function renewedExpiry(oldExpiry: IsoDate, years: number): IsoDate {
  return addYears(oldExpiry, years);
}

/** Days on which 延续 may be handed in, both included. */
export interface RenewalWindow {
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
}

/** From six months to thirty days before expiry; later only 许可证新申请 is left. */
export function renewalWindow(expiry: IsoDate): RenewalWindow {
  return { opensOn: addMonths(expiry, -limits.renewalOpensMonths.value), closesOn: addDays(expiry, -limits.renewalClosesDays.value) };
}

/** Where today lies in the window. */
export function renewalStanding(expiry: IsoDate, today: IsoDate): "notYetOpen" | "open" | "closed" {
  const { opensOn, closesOn } = renewalWindow(expiry);
  if (today < opensOn) return "notYetOpen";
  return today <= closesOn ? "open" : "closed";
}
