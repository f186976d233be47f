import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { GET as metrics } from "@/app/api/metrics/route";
import { GET as ready } from "@/app/api/ready/route";
import { answerRoute } from "@/lib/actions/answer-route";
import { watchProcess } from "@/lib/services/operations/watch-process";
import { freshDatabase } from "../database";

const own = await freshDatabase();
const { closeDatabase, db, pool } = await import("@/lib/data/client");
const { startJobQueue } = await import("@/lib/data/job-queue");

afterEach(() => vi.unstubAllEnvs());

async function withoutDatabase<T>(look: () => Promise<T>): Promise<T> {
  await closeDatabase();
  vi.stubEnv("DATABASE_URL", "postgresql://nobody:nothing@127.0.0.1:9/nowhere");
  const seen = await look();
  await closeDatabase();
  vi.stubEnv("DATABASE_URL", own);
  return seen;
}

const state = async (): Promise<[number, unknown]> => {
  const response = await ready();
  return [response.status, await response.json()];
};
/** 服务进程写下的两项（tests/unit/scripts/client-address.test.mjs），与 Next 自己添上的一项。 */
const local = { host: "localhost:3000", "x-client-address": "127.0.0.1", "x-client-direct": "1", "x-forwarded-for": "127.0.0.1" };
const ask = (headers: Record<string, string> = local): Promise<Response> => metrics(new Request("http://localhost:3000/api/metrics", { headers }));
/** 文本格式读成「名称{标签} → 数」，同时核对每一行都合格式。 */
async function readings(): Promise<Map<string, number>> {
  const lines = (await (await ask()).text()).trimEnd().split("\n");
  const samples = lines.filter((line) => !line.startsWith("#"));
  for (const line of samples) expect(line).toMatch(/^[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? -?[\d.e+-]+$/);
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
}

describe("活着与能办事", () => {
  it("活着：不问数据库；能办事：数据库答复、迁移应用过、任务在跑或说好不跑，恢复后自己好", async () => {
    vi.stubEnv("JOBS", "off");
    expect(await state()).toEqual([200, { status: "ready", database: "up", migrations: "applied", jobs: "off" }]);
    const [alive, [status, body]] = await withoutDatabase(async () => [health().status, await state()] as const);
    expect(alive).toBe(200);
    expect([status, body]).toEqual([503, { status: "unavailable", database: "down", migrations: "unknown", jobs: "off" }]);
    vi.stubEnv("JOBS", "off");
    expect((await state())[0]).toBe(200);
    vi.stubEnv("JOBS", "");
    expect(await state()).toEqual([503, expect.objectContaining({ jobs: "starting" })]);
  });

  it("迁移没有应用到这一版、或停在一半：不能办事", async () => {
    vi.stubEnv("JOBS", "off");
    vi.stubEnv("LATEST_MIGRATION", "29991231000000_later");
    expect(await state()).toEqual([503, expect.objectContaining({ database: "up", migrations: "unknown" })]);
    vi.stubEnv("LATEST_MIGRATION", "20261122000000_foundation");
    expect((await state())[0]).toBe(200);
    await pool().query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, applied_steps_count) VALUES ('half', '-', 'half', 0)`);
    expect((await state())[0]).toBe(503);
    await pool().query(`DELETE FROM "_prisma_migrations" WHERE id = 'half'`);
  });
});

describe("指标", () => {
  it("没有令牌只给本机直接来问的；有令牌凭令牌；不许看的与没有这个地址一样", async () => {
    const refused = [{ ...local, "x-client-address": "10.0.0.9" }, { ...local, "x-client-direct": "0" }, { ...local, host: "portal.example" }, { host: "localhost" }];
    for (const headers of refused) expect((await ask(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(404);
    expect((await ask()).status).toBe(200);
    vi.stubEnv("METRICS_TOKEN", "0123456789abcdef");
    expect((await ask()).status).toBe(404);
    const bearer = (token: string) => ask({ host: "portal.example", "x-client-address": "10.0.0.9", authorization: `Bearer ${token}` });
    expect([(await bearer("0123456789abcdeX")).status, (await bearer("0123456789abcdef")).status]).toEqual([404, 200]);
    vi.stubEnv("METRICS_TOKEN", "short");
    expect((await bearer("short")).status).toBe(404);
  });

  it("积压、连接池、定时任务：发件箱与审计里有几条，就说几条", async () => {
    const before = await readings();
    await db().outboxMessage.createMany({ data: ["pending", "pending", "failed", "delivered"].map((one) => ({ channel: "sms", recipient: "13900000009", template: "verification", body: "-", state: one, createdAt: new Date(Date.now() - 60_000) })) });
    await db().auditEntry.create({ data: { actorName: "公众", audience: "public", action: "evaluation.rate", subject: "Case" } });
    let done = 0;
    const queue = await startJobQueue([{ name: "outbox", cron: "* * * * *", atStart: true, pollSeconds: 0.5, expireSeconds: 60, run: async () => void (done += 1) }], { onFault: () => undefined });
    await vi.waitFor(async () => expect((await readings()).get('portal_job_last_success_seconds{job="outbox"}')).toBeLessThan(20), { timeout: 15_000, interval: 200 });
    await queue.stop();
    expect(done).toBeGreaterThan(0);
    const now = await readings();
    expect(now.get('portal_outbox_messages{state="pending"}')).toBe(2);
    expect(now.get('portal_outbox_messages{state="failed"}')).toBe(1);
    expect(now.get("portal_outbox_oldest_seconds")).toBeGreaterThanOrEqual(60);
    expect(now.get("portal_audit_unsealed")).toBe((before.get("portal_audit_unsealed") ?? 0) + 1);
    expect([now.get("portal_database_up"), now.get("portal_pool_limit"), now.get('portal_pool_connections{state="waiting"}')]).toEqual([1, 10, 0]);
    const text = await (await ask()).text();
    expect(text).not.toContain("13900000009");
  });

  it("排队等连接的看得见；数据库停着也答得出", async () => {
    const held = await Promise.all(Array.from({ length: 10 }, () => pool().connect()));
    const waiting = Promise.all([pool().query("SELECT 1"), pool().query("SELECT 1")]);
    const { poolFigures } = await import("@/lib/data/operations");
    expect(poolFigures()).toEqual({ used: 10, idle: 0, waiting: 2, limit: 10 });
    for (const client of held) client.release();
    await waiting;
    expect(await withoutDatabase(async () => (await readings()).get("portal_database_up"))).toBe(0);
  });

  it("请求按地址的种类与状态数，带编号的地址不成为标签；意外错误有计数；事件循环量得到", async () => {
    watchProcess();
    const server = createServer((request, response) => response.writeHead(request.url?.startsWith("/admin") ? 503 : 200).end());
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (const path of ["/applications/0192-secret?phone=13900000009", "/applications/other", "/admin/queue", "/_next/static/a.js"]) await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    server.closeAllConnections();
    server.close();
    const faultsBefore = (await readings()).get("portal_faults_total") ?? 0;
    await answerRoute(() => Promise.reject(new Error("x")));
    const now = await readings();
    expect(now.get('portal_http_requests_total{group="application",status="2xx"}')).toBe(2);
    expect(now.get('portal_http_requests_total{group="admin",status="5xx"}')).toBe(1);
    expect(now.get('portal_http_request_duration_seconds_bucket{group="application",le="+Inf"}')).toBe(2);
    expect(now.get("portal_faults_total")).toBe(faultsBefore + 1);
    expect([...now.keys()].join()).not.toMatch(/secret|13900000009/);
    await pause(60);
    for (const until = performance.now() + 120; performance.now() < until; ) continue;
    await pause(60);
    expect((await readings()).get('portal_event_loop_delay_seconds{quantile="1"}')).toBeGreaterThan(0.08);
  });
});
