import { cameDirectly, clientAddress } from "@/lib/auth/client-address";
import { readMetrics } from "@/lib/services/operations/metrics";
import { mayReadMetrics } from "@/lib/services/operations/metrics-access";

export const dynamic = "force-dynamic";

/** 这个进程的指标，给 Prometheus。不许看的人看到的与没有这个地址一样。 */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!mayReadMetrics(request.headers, { address: clientAddress(request.headers), direct: cameDirectly(request.headers) })) return Response.json({ message: "没有这个地址" }, { status: 404, headers });
  return new Response(await readMetrics(), { headers: { ...headers, "Content-Type": "text/plain; version=0.0.4; charset=utf-8" } });
}
