import { normaliseMobile } from "@/lib/forms/identifiers";

/** One rating per mobile number in this time, over all ways in; counted in database time from the last accepted one. */
export const FIVE_DAYS_SECONDS = 432_000;

/** The same in days, for sentences. */
export const RATING_PAUSE_DAYS = FIVE_DAYS_SECONDS / 86_400;

/** A to-do 好差评 stays open so many days after the case is finished. */
export const RATING_WINDOW_DAYS = 30;

/** The one spelling under which a number is counted: without +86, blanks, dashes and full-width digits. */
export const normalisePhone = normaliseMobile;
