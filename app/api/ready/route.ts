import { checkReadiness } from "@/lib/services/operations/check-readiness";

export const dynamic = "force-dynamic";

/** For load balancers: 200 when the system can serve people, else 503. Names nothing inside the house. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, { status: readiness.status === "ready" ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
