import { db } from "@/lib/data/client";

/** Twenty rows of the queue as one writes them first: one state of one office by due date, with Prisma. */
export function firstQueue(officeCode: string) {
  return db().case.findMany({
    where: { officeCode, state: "submitted" },
    orderBy: [{ stageDueOn: "asc" }, { id: "asc" }],
    take: 20,
    select: {
      id: true, number: true, state: true, stageDueOn: true, submittedAt: true, holderId: true,
      enterprise: { select: { name: true } },
      application: { select: { business: true, procedure: true, scopeText: true } },
    },
  });
}
