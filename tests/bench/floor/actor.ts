import type { EnterpriseActor } from "@/lib/access/actor";

/** Who acts, from the address: the benchmark measures the services, not the sign-in. */
export function actorIn(parameters: URLSearchParams): EnterpriseActor {
  const accountId = parameters.get("accountId") ?? "";
  return { kind: "enterprise", accountId, sessionId: accountId, name: "bench", enterpriseId: parameters.get("enterpriseId") ?? "", roles: ["owner"] };
}
