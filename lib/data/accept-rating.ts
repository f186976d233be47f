import "server-only";
import pg from "pg";
import { FIVE_DAYS_SECONDS, RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import { COUNTER_MATTER } from "@/lib/terms/evaluation";
import { sql } from "./client";
import { newId } from "./new-id";
import { orBusy } from "./overload";
import { countUses } from "./rate-limits";

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

/** 凭码：没撤销、没过期；一事一评的那一件已办结、没评过。 */
const CODE_PLACE = `SELECT q."id" AS "codeId", c."id" AS "caseId", q."kind" AS "channel", COALESCE(c."officeCode", q."officeCode") AS "officeCode",
      COALESCE(a."business", c."kind", $15) AS "matter", q."servicePoint" AS "serviceName"
    FROM "EvaluationCode" q LEFT JOIN "Case" c ON c."id" = q."caseId" LEFT JOIN "Application" a ON a."caseId" = c."id"
    WHERE q."id" = $1::uuid AND q."revokedAt" IS NULL AND q."expiresAt" > clock_timestamp()
      AND (q."kind" = 'visit' OR c."finishedAt" IS NOT NULL)`;

/** 从待办：已办结、评价期没过、没评过；是不是本企业的由调用者先判断。 */
const CASE_PLACE = `SELECT NULL::uuid AS "codeId", c."id" AS "caseId", 'todo' AS "channel", c."officeCode", COALESCE(a."business", c."kind", $15) AS "matter", NULL::text AS "serviceName"
    FROM "Case" c LEFT JOIN "Application" a ON a."caseId" = c."id"
    WHERE c."id" = $1::uuid
      AND (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date <= (c."finishedAt" AT TIME ZONE 'Asia/Shanghai')::date + ${RATING_WINDOW_DAYS}`;

/**
 * 次序由数据的去向决定：先记次数，再看能不能评，再占手机号的五天，占到了才有评价，有评价才关待办、立差评、留审计。
 * 占名额靠主键上的有条件改写：后到的等先到的提交，再按它写下的时间判断，不看自己开始时的快照。
 * 快照看不见的同时评价，由唯一索引拦下：整条语句作废，占到的名额随之退回。
 */
const accept = (place: string, limits: string): string => `
  WITH uses AS (${countUses(limits)}),
  over AS (SELECT max(u."until") AS "until" FROM uses u JOIN ${limits} AS m USING ("key") WHERE u."count" > m."max"),
  place AS MATERIALIZED (${place}
      AND (SELECT "until" IS NULL FROM over)
      AND NOT EXISTS (SELECT 1 FROM "Evaluation" e WHERE e."caseId" = c."id")),
  slot AS (
    INSERT INTO "EvaluationSlot" AS s ("phoneHash", "until")
    SELECT $2, clock_timestamp() + make_interval(secs => ${FIVE_DAYS_SECONDS}) FROM place
    ON CONFLICT ("phoneHash") DO UPDATE SET "until" = clock_timestamp() + make_interval(secs => ${FIVE_DAYS_SECONDS}) WHERE s."until" <= clock_timestamp()
    RETURNING "until" - make_interval(secs => ${FIVE_DAYS_SECONDS}) AS "at"),
  rated AS (
    INSERT INTO "Evaluation" ("id", "caseId", "codeId", "channel", "officeCode", "matter", "serviceName", "level", "options", "comment", "raterName", "phoneHash", "phoneEncrypted", "submissionKey", "createdAt")
    SELECT $3::uuid, p."caseId", p."codeId", p."channel", p."officeCode", p."matter", p."serviceName", $4::int, $5::text[], $6, $7, $2, $8, $9, slot."at" FROM place p, slot
    RETURNING "id", "caseId", "codeId", "officeCode", "level", "createdAt"),
  todo AS (
    UPDATE "TodoItem" t SET "doneAt" = clock_timestamp() FROM rated WHERE t."caseId" = rated."caseId" AND t."kind" = 'evaluation' AND t."doneAt" IS NULL),
  bad AS (
    INSERT INTO "BadRating" ("id", "evaluationId", "officeCode", "stageDueOn", "rectifyDueOn")
    SELECT $10::uuid, "id", "officeCode", $11, $12 FROM rated WHERE $11::text IS NOT NULL),
  audit AS (
    INSERT INTO "AuditEntry" ("id", "actorId", "actorName", "audience", "action", "subject", "subjectId", "detail", "address")
    SELECT $13::uuid, $14::uuid, $16, $17, 'evaluation.rate', CASE WHEN "caseId" IS NULL THEN 'EvaluationCode' ELSE 'Case' END, COALESCE("caseId", "codeId")::text,
      jsonb_build_object('evaluationId', "id", 'level', "level"), $18 FROM rated)
  SELECT r."id", r."createdAt", over."until" AS "limitedUntil" FROM over LEFT JOIN rated r ON true`;

/** 次数限制写成逐个的值，不用数组：库里估得准，计划只做一次，以后照用。 */
const FIRST_LIMIT = 19;
const limitRows = (count: number): string =>
  count === 0
    ? `(SELECT ''::text AS "key", 0 AS "seconds", 0 AS "max" WHERE false)`
    : `(SELECT * FROM (VALUES ${Array.from({ length: count }, (_, n) => `($${FIRST_LIMIT + 3 * n}::text, $${FIRST_LIMIT + 3 * n + 1}::int, $${FIRST_LIMIT + 3 * n + 2}::int)`).join(", ")}) AS v ("key", "seconds", "max"))`;

const places = { code: CODE_PLACE, case: CASE_PLACE };
const statements = new Map<string, { name: string; text: string }>();

function statementFor(place: keyof typeof places, limits: number): { name: string; text: string } {
  const name = `accept-rating-${place}-${limits}`;
  const known = statements.get(name) ?? { name, text: accept(places[place], limitRows(limits)) };
  statements.set(name, known);
  return known;
}

const onceOnly = new Set(["Evaluation_caseId_key", "Evaluation_submissionKey_key"]);
const isRivalled = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === "23505" && onceOnly.has(error.constraint ?? "");

/**
 * 接受一次评价：一条语句，要么全成要么全不成；没有接受的什么都不占。
 * 不收事务：唯一索引拦下时要整条退回，不能连累别的写。
 * @returns accepted；limitedUntil 次数太多；refused 没有接受，原因由调用者另问（看得到此刻已提交的）
 * @throws Refusal unavailable 数据库一时忙不过来
 */
export async function acceptRating(rating: RatingToAccept): Promise<Attempt> {
  const { place, actor, limits, handling } = rating;
  const statement = statementFor("codeId" in place ? "code" : "case", limits.length);
  const values = [
    "codeId" in place ? place.codeId : place.caseId, rating.phoneHash, newId(), rating.level, rating.options, rating.comment, rating.raterName, rating.phoneEncrypted, rating.submissionKey, newId(),
    handling?.stageDueOn ?? null, handling?.rectifyDueOn ?? null,
    newId(), actor.actorId, COUNTER_MATTER, actor.actorName, actor.audience, actor.address, ...limits.flatMap(({ key, seconds, max }) => [key, seconds, max]),
  ];
  try {
    const { rows: [row] } = await sql().query<{ id: string | null; createdAt: Date; limitedUntil: Date | null }>({ ...statement, values });
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
