import type { Instrumentation } from "next";

const required = ["DATABASE_URL", "NEXTAUTH_SECRET", "DATA_KEY", "UPLOAD_SECRET"];

/** Once per server process: refuses to run half-configured, then starts the recurring jobs. Next does not call it while building. */
export async function register(): Promise<void> {
  requireEnvironment();
  // Written out like this, the bundler leaves the jobs out of what runs at the edge.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { maskOutput } = await import("@/lib/services/platform/mask-line");
    const { requireMetricsToken } = await import("@/lib/services/operations/metrics-access");
    const { watchProcess } = await import("@/lib/services/operations/watch-process");
    const { requireKeys } = await import("@/lib/integrations/vault/keys");
    requireKeys();
    const { objectStorage } = await import("@/lib/integrations/storage");
    // Throws where the storage is half configured, before the first upload meets it.
    objectStorage();
    requireMetricsToken();
    maskOutput();
    watchProcess();
    const { startJobs } = await import("@/lib/services/jobs/start-jobs");
    startJobs();
  }
}

/** `npm start` sets these, a hand-made deployment may forget one. */
function requireEnvironment(): void {
  const missing = required.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  throw new Error(`缺少环境变量 ${missing.join("、")}，请用 npm start 启动（missing environment: ${missing.join(", ")}）`);
}

/** One line of JSON per failed request that ties the digest shown to the person to its route; messages may hold what was typed. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { name, digest } = error as Error & { digest?: string };
  const entry = { level: "error", at: new Date().toISOString(), method: request.method, route: context.routePath, name, digest };
  console.error(JSON.stringify(entry));
};
