import type { Prisma } from "@/lib/generated/prisma/client";

/** 一条评价在内网各处看得到的；手机号不在其中。 */
export const shownRating = {
  id: true, level: true, options: true, comment: true, raterName: true, channel: true, createdAt: true, matter: true, serviceName: true,
  case: { select: { number: true, application: { select: { business: true } } } },
} as const satisfies Prisma.EvaluationSelect;

export type ShownRating = Prisma.EvaluationGetPayload<{ select: typeof shownRating }>;
