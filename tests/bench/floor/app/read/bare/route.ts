import { db } from "@/lib/data/client";

export const dynamic = "force-dynamic";

/** The floor: what one writes first, a route that reads one row with Prisma. */
export async function GET(request: Request): Promise<Response> {
  const { applicationId, sectionKey } = Object.fromEntries(new URL(request.url).searchParams) as { applicationId: string; sectionKey: string };
  const row = await db().sectionAnswer.findUnique({ where: { applicationId_sectionKey: { applicationId, sectionKey } } });
  return Response.json({ answers: row?.data, revision: row?.revision });
}
