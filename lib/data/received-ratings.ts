import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";
import { shownRating } from "./shown-rating";

/** 收到的评价按什么筛选；没有的不限。 */
export interface ReceivedScope {
  officeCode: string;
  /** 几个等级；空为不限。 */
  levels?: readonly number[] | undefined;
  channel?: string | undefined;
  matter?: string | undefined;
  /** 起（含）讫（不含）的时刻。 */
  from?: Date | undefined;
  to?: Date | undefined;
}

/** 上一页最后一条。 */
export interface ReceivedPlace {
  createdAt: Date;
  id: string;
}

const receivedRating = { ...shownRating, excludedAt: true, handling: { select: { id: true, state: true } } } as const satisfies Prisma.EvaluationSelect;
export type ReceivedRating = Prisma.EvaluationGetPayload<{ select: typeof receivedRating }>;

/** 一个机构收到的评价，新的在前；同一时刻的按编号排，翻页不重不漏。 */
export function listReceivedRatings(db: Db, { officeCode, levels, channel, matter, from, to }: ReceivedScope, after: ReceivedPlace | undefined, take: number): Promise<ReceivedRating[]> {
  return db.evaluation.findMany({
    where: {
      officeCode,
      ...(levels ? { level: { in: [...levels] } } : {}),
      ...(channel ? { channel } : {}),
      ...(matter ? { matter } : {}),
      AND: [
        { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } },
        after ? { createdAt: { lte: after.createdAt }, OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: receivedRating,
  });
}
