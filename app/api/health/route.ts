import { checkHealth } from "@/lib/services/platform/check-health";

export const dynamic = "force-dynamic";

/** For load balancers and the start script: 200 when the system can serve people, else 503. Names nothing inside the house. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  const status = health.status === "ok" ? 200 : 503;
  return Response.json(health, { status, headers: { "Cache-Control": "no-store" } });
}
