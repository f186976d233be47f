import type { EvaluationCodeKind, EvaluationCodeState } from "@/lib/terms/evaluation";
import { addDays, type IsoDate } from "@/lib/workflow/iso-date";
import { lastRatingDay } from "./rating-times";

/** What decides whether a code still takes a rating. */
export interface CodeFacts {
  kind: EvaluationCodeKind;
  expired: boolean;
  revoked: boolean;
  /** A rating of its application exists, whichever way it came in. */
  rated: boolean;
}

/** 撤销最先说，其次用完、过期（决定三十）。 */
export function codeState({ kind, expired, revoked, rated }: CodeFacts): EvaluationCodeState {
  if (revoked) return "revoked";
  if (kind === "matter" && rated) return "used";
  return expired ? "expired" : "valid";
}

/** 一次一评码可选的有效期，天；最长三年。 */
export const visitValidityDays = [90, 180, 365, 730, 1095] as const;
export const DEFAULT_VISIT_DAYS = 365;

/** 到期前这些天之内可以先生成接替的码，新旧海报来得及更换。 */
export const RENEW_EARLY_DAYS = 30;

/** 有效期的说法：整年的说年。 */
export const validityWord = (days: number): string => (days % 365 === 0 ? `${days / 365} 年` : `${days} 天`);

/** 到期的那一天结束时，北京时间。 */
const endOf = (day: IsoDate): Date => new Date(`${day}T23:59:59+08:00`);

/** 一次一评码的到期时刻。 */
export const visitExpiry = (today: IsoDate, days: number): Date => endOf(addDays(today, days));

/** 一事一评码的到期时刻：与待办的评价期同一天截止。 */
export const matterExpiry = (finishedOn: IsoDate): Date => endOf(lastRatingDay(finishedOn));

/** 扫码之后的地址；令牌由 lib/integrations/vault 签发。 */
export const ratingAddress = (token: string): string => `/api/ratings/${token}`;

/** 二维码图的地址。 */
export const qrAddress = (token: string, format: "png" | "svg"): string => `/api/qr/${token}.${format}`;

/** 码号：海报与列表上同一个，电话里报得出。取标识末尾随机的一段。 */
export const codeSerial = (id: string): string => id.replaceAll("-", "").slice(-8).toUpperCase();
