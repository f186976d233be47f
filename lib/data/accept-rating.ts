import "server-only";
import pg from "pg";
import { FIVE_DAYS_SECONDS, RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import { COUNTER_MATTER } from "@/lib/terms/evaluation";
import { sql } from "./client";
import { newId } from "./new-id";
import { orBusy } from "./overload";

/** 一次评价的全部内容，已经核对、加密；写库只用一条语句。 */
export interface RatingToAccept {
  /** 凭码来的写码，从待办来的写案件。 */
  place: { codeId: string } | { caseId: string };
  level: number;
  options: readonly string[];
  comment: string | null;
  raterName: string | null;
  phoneHash: string;
  phoneEncrypted: string;
  /** 同一张表单一个键：重复提交得到同一结果。 */
  submissionKey: string;
  /** 差评（一、二级）才有：随评价一起立案的期限。 */
  handling?: { stageDueOn: string; rectifyDueOn: string };
  limits: readonly { key: string; max: number; seconds: number }[];
  actor: { actorId: string | null; actorName: string; audience: string; address: string | null };
}

export interface Accepted {
  id: string;
  createdAt: Date;
}

export type Attempt = { accepted: Accepted } | { limitedUntil: Date } | "refused";

/** 次序由数据的去向决定，写在函数里（迁移 20261122000200）；参数按它的次序。 */
const ACCEPT = {
  name: "accept-rating",
  text: `SELECT "id", "createdAt", "limitedUntil" FROM "accept_rating"(${Array.from({ length: 24 }, (_, n) => `$${n + 1}`).join(", ")})`,
};

const argumentsOf = ({ place, actor, handling, limits, ...rating }: RatingToAccept): unknown[] => {
  // 按名目排序，各条语句取行锁的次序相同，不会互锁
  const sorted = limits.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return [
    "codeId" in place ? place.codeId : null, "caseId" in place ? place.caseId : null,
    rating.phoneHash, newId(), rating.level, rating.options, rating.comment, rating.raterName, rating.phoneEncrypted, rating.submissionKey,
    handling ? newId() : null, handling?.stageDueOn ?? null, handling?.rectifyDueOn ?? null,
    newId(), actor.actorId, actor.actorName, actor.audience, actor.address,
    COUNTER_MATTER, FIVE_DAYS_SECONDS, RATING_WINDOW_DAYS, sorted.map(({ key }) => key), sorted.map(({ seconds }) => seconds), sorted.map(({ max }) => max),
  ];
};

const onceOnly = new Set(["Evaluation_caseId_key", "Evaluation_submissionKey_key"]);
const isRivalled = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === "23505" && onceOnly.has(error.constraint ?? "");

/**
 * 接受一次评价：一条语句，要么全成要么全不成；没有接受的什么都不占。
 * 不收事务：唯一索引拦下时要整条退回，不能连累别的写。
 * @returns accepted；limitedUntil 次数太多；refused 没有接受，原因由调用者另问（看得到此刻已提交的）
 * @throws Refusal unavailable 数据库一时忙不过来
 */
export async function acceptRating(rating: RatingToAccept): Promise<Attempt> {
  try {
    const { rows: [row] } = await sql().query<{ id: string | null; createdAt: Date; limitedUntil: Date | null }>({ ...ACCEPT, values: argumentsOf(rating) });
    if (row?.id) return { accepted: { id: row.id, createdAt: row.createdAt } };
    return row?.limitedUntil ? { limitedUntil: row.limitedUntil } : "refused";
  } catch (error) {
    if (isRivalled(error)) return "refused";
    throw orBusy(error);
  }
}

export interface EarlierRating extends Accepted {
  caseId: string | null;
  codeId: string | null;
  phoneHash: string;
  level: number;
  options: string[];
  comment: string | null;
}

/** 没有接受的两个可能：这张表单已经成了一条评价；这个手机号还在五天之内。 */
export async function findEarlier(submissionKey: string, phoneHash: string): Promise<{ rating?: EarlierRating; phoneUntil?: Date }> {
  const { rows: [row] } = await sql()
    .query<EarlierRating & { phoneUntil: Date | null }>({
      name: "find-earlier-rating",
      text: `SELECT e."id", e."createdAt", e."caseId", e."codeId", e."phoneHash", e."level", e."options", e."comment", s."until" AS "phoneUntil"
        FROM (SELECT $1::text AS "key", $2::text AS "hash") asked LEFT JOIN "Evaluation" e ON e."submissionKey" = asked."key"
        LEFT JOIN "EvaluationSlot" s ON s."phoneHash" = asked."hash" AND s."until" > clock_timestamp()`,
      values: [submissionKey, phoneHash],
    })
    .catch((error: unknown) => Promise.reject(orBusy(error)));
  if (!row) return {};
  const { phoneUntil, ...rating } = row;
  return { ...(row.id ? { rating } : {}), ...(phoneUntil ? { phoneUntil } : {}) };
}
