import "server-only";
import { pingDatabase } from "@/lib/data/ping";

export type Health = { status: "ok" | "unavailable"; database: "up" | "down" };

/** Whether the system can serve people: it runs, and its database answers. */
export async function checkHealth(): Promise<Health> {
  const answers = await pingDatabase();
  return answers ? { status: "ok", database: "up" } : { status: "unavailable", database: "down" };
}
