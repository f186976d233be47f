import { db } from "@/lib/data/client";
import type { Prisma } from "@/lib/generated/prisma/client";

export const dynamic = "force-dynamic";

interface Body {
  applicationId: string;
  section: string;
  revision: number;
  data: Prisma.InputJsonValue;
}

/** The floor: a route that checks the revision and writes one row with Prisma. */
export async function POST(request: Request): Promise<Response> {
  const { applicationId, section, revision, data } = (await request.json()) as Body;
  const { count } = await db().sectionAnswer.updateMany({
    where: { applicationId, sectionKey: section, revision },
    data: { data, revision: { increment: 1 } },
  });
  return Response.json({ revision: revision + count }, { status: count === 1 ? 200 : 409 });
}
