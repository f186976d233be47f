import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { acceptRating, type EarlierRating, findEarlier, type RatingToAccept } from "@/lib/data/accept-rating";
import { db } from "@/lib/data/client";
import { findCode } from "@/lib/data/evaluation-codes";
import { findRatableCase } from "@/lib/data/evaluations";
import { orBusy } from "@/lib/data/overload";
import { openingDeadlines } from "@/lib/evaluation/bad-ratings/deadlines";
import { getRatingLevel, type RatingLevel } from "@/lib/evaluation/options";
import { RatingInput } from "@/lib/evaluation/rating";
import { encryptPhone, hashPhone } from "@/lib/integrations/vault/phone-vault";
import { auditedActor } from "@/lib/services/audit/record-audit";
import { moment } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { closedReason } from "./open-rating";

export interface RatingSubmission {
  /** 凭码的写码，从待办的写案件；能不能评这一件、码是真是假，由入口先判断。 */
  place: RatingToAccept["place"];
  /** 同一张表单一个键，重复提交得到同一结果。 */
  key: string;
  rating: unknown;
  limits?: RatingToAccept["limits"];
}

/** 存下的一次评价，感谢页据此显示。 */
export interface StoredRating {
  evaluationId: string;
  level: RatingLevel;
  options: readonly string[];
  comment: string;
  at: Date;
}

export type RatingOutcome =
  | { kind: "accepted"; rating: StoredRating; repeated: boolean }
  /** 五天之内评过，何时起可以再评。 */
  | { kind: "phoneTaken"; until: Date }
  | { kind: "tooMany"; until: Date }
  /** 这张表单已经用来提交过别的评价。 */
  | { kind: "keyUsed" }
  /** 码或案件不能评：已评、已撤销、已过期、未办结。 */
  | { kind: "closed" };

/** 占名额与评价各自被别人抢先又退回时，再试的次数。 */
const ATTEMPTS = 5;

/**
 * 好差评唯一的门：待办一事一评、扫码一次一评、扫码一事一评，以及以后各类业务的评价，都经过这里。
 * 依据：手册“同一手机号5天内只能填报一次”；GB/T 39734-2020 一次一评、一事一评。
 * @throws Refusal invalid（逐字段）、unavailable（数据库一时忙不过来）
 */
export async function submitRating(actor: Actor, { place, key, rating: input, limits = [] }: RatingSubmission): Promise<RatingOutcome> {
  const rating = parseRating(input);
  const content = { level: rating.level, options: rating.options, comment: rating.text || null };
  const phoneHash = hashPhone(rating.phone);
  const wanted: RatingToAccept = {
    ...content, place, limits, phoneHash, raterName: rating.name || null, phoneEncrypted: encryptPhone(rating.phone), submissionKey: key, actor: auditedActor(actor),
    ...(getRatingLevel(rating.level).bad ? { handling: await handlingFromToday() } : {}),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await acceptRating(wanted);
    if (answer === "refused") {
      const reason = await reasonOf(wanted);
      if (reason) return reason;
    } else if ("limitedUntil" in answer) {
      return { kind: "tooMany", until: answer.limitedUntil };
    } else {
      return { kind: "accepted", rating: storedRating({ ...answer.accepted, ...content }), repeated: false };
    }
  }
  throw new Refusal("unavailable", "现在评价的人较多，请稍后再提交，内容没有丢失");
}

const reasonOf = (wanted: RatingToAccept) => findReason(wanted).catch((error: unknown) => Promise.reject(orBusy(error)));

/** 差评随评价立案：分派与整改的期限按今天起算。 */
async function handlingFromToday() {
  try {
    const { today, calendar } = await moment();
    return openingDeadlines(today, await getSetting("badRatingDays"), calendar);
  } catch (error) {
    throw orBusy(error);
  }
}

/** 没有接受的原因；此刻又没有原因了（先到的退回了）则为空，再试一次。 */
async function findReason({ place, submissionKey, phoneHash }: RatingToAccept): Promise<RatingOutcome | undefined> {
  const { rating, phoneUntil } = await findEarlier(submissionKey, phoneHash);
  if (rating) {
    const same = rating.phoneHash === phoneHash && ("codeId" in place ? rating.codeId === place.codeId : rating.caseId === place.caseId);
    return same ? { kind: "accepted", rating: storedRating(rating), repeated: true } : { kind: "keyUsed" };
  }
  if (await isClosed(place)) return { kind: "closed" };
  return phoneUntil ? { kind: "phoneTaken", until: phoneUntil } : undefined;
}

/** 此刻能不能评这一处；与 lib/data/accept-rating 的条件一致。 */
async function isClosed(place: RatingToAccept["place"]): Promise<boolean> {
  if ("codeId" in place) {
    const code = await findCode(db(), place.codeId);
    return code?.state !== "valid" || (code.kind === "matter" && !code.case?.finishedAt);
  }
  const found = await findRatableCase(db(), place.caseId);
  return !found?.finishedAt || (await closedReason(db(), place.caseId, shanghaiDate(found.finishedAt))) !== undefined;
}

const storedRating = ({ id, level, options, comment, createdAt }: Pick<EarlierRating, "id" | "level" | "comment" | "createdAt"> & { options: readonly string[] }): StoredRating => ({
  evaluationId: id, level: level as RatingLevel, options, comment: comment ?? "", at: createdAt,
});

function parseRating(input: unknown): RatingInput {
  const parsed = RatingInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.toReversed().map((issue) => [String(issue.path[0] ?? "level"), issue.message]));
  throw new Refusal("invalid", "评价还有需要修改的地方", { fields });
}
