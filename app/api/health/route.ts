export const dynamic = "force-dynamic";

/** Whether the process lives: asks nobody, so that a database at rest does not get the server restarted. See /api/ready. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
