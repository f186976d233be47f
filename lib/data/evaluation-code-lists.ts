import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { EvaluationCodeKind, EvaluationCodeState } from "@/lib/terms/evaluation";
import type { Db } from "./client";
import { asPattern } from "./conditions";
import { shownRating } from "./shown-rating";

export interface CodeFilter {
  officeCode: string;
  kind: EvaluationCodeKind;
  /** 服务点，或申请编号、企业名称里的字。 */
  q?: string;
}

/** 各状态的条件；与 lib/evaluation/codes 的 codeState 同一先后。 */
function inState(state: EvaluationCodeState, { kind }: CodeFilter, now: Date): Prisma.EvaluationCodeWhereInput {
  if (state === "revoked") return { revokedAt: { not: null } };
  const unrated: Prisma.EvaluationCodeWhereInput = kind === "matter" ? { case: { evaluation: null } } : {};
  if (state === "used") return { revokedAt: null, case: { evaluation: { isNot: null } } };
  return { revokedAt: null, expiresAt: state === "expired" ? { lte: now } : { gt: now }, ...unrated };
}

/** 含有这些字的；其中的 % 与 _ 只当文字。 */
const containing = (q = "") => ({ contains: asPattern(q), mode: "insensitive" }) as const;

function matching({ officeCode, kind, q }: CodeFilter): Prisma.EvaluationCodeWhereInput {
  const contains = containing(q);
  const found: Prisma.EvaluationCodeWhereInput = kind === "visit" ? { servicePoint: contains } : { case: { OR: [{ number: contains }, { enterprise: { name: contains } }] } };
  return { officeCode, kind, ...(q ? found : {}) };
}

/** 一种码的一页，新的在前；after 为上一页最后一个的标识。 */
export async function listCodeRecords(db: Db, filter: CodeFilter, { state, now, after, take }: { state?: EvaluationCodeState; now: Date; after?: string; take: number }) {
  // 别的机构的标识当游标等于问它在哪：先认一认
  const cursor = after ? await db.evaluationCode.findFirst({ where: { id: after, officeCode: filter.officeCode, kind: filter.kind }, select: { id: true } }) : null;
  return db.evaluationCode.findMany({
    where: { AND: [matching(filter), state ? inState(state, filter, now) : {}] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(cursor ? { cursor, skip: 1 } : {}),
    take,
    include: {
      _count: { select: { evaluations: true } },
      case: { select: { number: true, enterprise: { select: { name: true } }, application: { select: { business: true } }, evaluation: { select: { id: true } } } },
    },
  });
}

/** 各状态的个数；一个接一个地数，一个请求不同时占几条连接。 */
export async function countCodes(db: Db, filter: CodeFilter, states: readonly EvaluationCodeState[], now: Date): Promise<number[]> {
  const counts: number[] = [];
  for (const state of states) counts.push(await db.evaluationCode.count({ where: { AND: [matching(filter), inState(state, filter, now)] } }));
  return counts;
}

/** 本机构提交过、已办结的案件，新办结的在前；since 只看这以后办结、还没有评价的。 */
export function listFinishedCases(db: Db, { officeCode, q, since, take, skip }: { officeCode: string; q?: string; since?: Date; take: number; skip: number }) {
  const contains = containing(q);
  return db.case.findMany({
    where: {
      officeCode, submittedAt: { not: null }, finishedAt: since ? { gte: since } : { not: null },
      ...(since ? { evaluation: null } : {}),
      ...(q ? { OR: [{ number: contains }, { enterprise: { name: contains } }] } : {}),
    },
    orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
    take,
    skip,
    select: {
      id: true, number: true, state: true, finishedAt: true, enterprise: { select: { name: true } }, application: { select: { business: true } },
      evaluation: { select: { id: true } }, evaluationCodes: { where: { revokedAt: null }, select: { id: true, expiresAt: true } },
    },
  });
}

/** 生成一事一评码所需：归属、办结时间、评过没有。 */
export function findCaseForCode(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    select: { id: true, number: true, officeCode: true, finishedAt: true, submittedAt: true, evaluation: { select: { id: true } } },
  });
}

/** 经一个码收到的评价，新的在前；after 为上一页最后一条的标识。 */
export async function listRatingsOfCode(db: Db, codeId: string, { after, take }: { after?: string; take: number }) {
  const cursor = after ? await db.evaluation.findFirst({ where: { id: after, codeId }, select: { id: true } }) : null;
  return db.evaluation.findMany({ where: { codeId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], ...(cursor ? { cursor, skip: 1 } : {}), take, select: shownRating });
}

/** 一件申请收到的评价，连同它的归属。 */
export function findCaseWithRating(db: Db, caseId: string) {
  return db.case.findUnique({ where: { id: caseId }, select: { officeCode: true, evaluation: { select: shownRating } } });
}
