import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { emptyOutbox } = await import("@/lib/services/jobs/empty-outbox");
const { systemActor } = await import("@/lib/services/jobs/system-actor");

/** 短信服务商的替身：记下每次收到的流水号；busy 时说限流。 */
const gateway = { received: [] as string[], busy: false };
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    gateway.received.push(new URL(request.url ?? "", "http://gateway").searchParams.get("OutId") ?? "");
    response.end(JSON.stringify({ Code: gateway.busy ? "Throttling.User" : "OK", Message: "" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    SMS_PROVIDER: "alibaba", SMS_SIGN_NAME: "资质和信用", SMS_TEMPLATES: "notice=SMS_1",
    SMS_KEY_ID: "id", SMS_KEY_SECRET: "secret", SMS_ENDPOINT: `http://127.0.0.1:${port}/`,
  });
});

afterAll(() => {
  for (const name of Object.keys(process.env).filter((key) => key.startsWith("SMS_"))) delete process.env[name];
  server.close();
});

beforeEach(async () => {
  await db().outboxMessage.deleteMany();
  Object.assign(gateway, { received: [], busy: false });
});

const fill = async (count: number): Promise<string[]> => {
  const data = Array.from({ length: count }, () => ({ channel: "sms", recipient: "13900000002", template: "notice.accepted", body: "已受理" }));
  return (await db().outboxMessage.createManyAndReturn({ data, select: { id: true } })).map(({ id }) => id);
};

describe("发件箱的定时发送", () => {
  it("两个进程同时发，每条恰好发一次，发完为止", async () => {
    const ids = await fill(65);
    const counts = await Promise.all([emptyOutbox(systemActor), emptyOutbox(systemActor)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(65);
    expect(gateway.received.toSorted()).toEqual(ids.toSorted());
    expect(await db().outboxMessage.count({ where: { state: "delivered", attempts: 1 } })).toBe(65);
  });

  it("短信服务说稍后再来：这次不连着试，隔一阵再发，恢复后发成", async () => {
    const [id = ""] = await fill(1);
    gateway.busy = true;
    expect([await emptyOutbox(systemActor), await emptyOutbox(systemActor)]).toEqual([1, 0]);
    expect(await db().outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "pending", attempts: 1 });
    gateway.busy = false;
    await db().$executeRaw`UPDATE "OutboxMessage" SET "deliveredAt" = now() - interval '61 seconds'`;
    expect(await emptyOutbox(systemActor)).toBe(1);
    expect(await db().outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "delivered", attempts: 2, lastError: null });
    expect(gateway.received).toEqual([id, id]);
  });

  it("第二次之后要隔更久；试满五次不再试", async () => {
    const [id = ""] = await fill(1);
    gateway.busy = true;
    const later = async (minutes: number, attempts: number): Promise<number> => {
      await db().$executeRaw`UPDATE "OutboxMessage" SET "attempts" = ${attempts}, "state" = 'pending', "deliveredAt" = now() - make_interval(mins => ${minutes})`;
      return emptyOutbox(systemActor);
    };
    expect([await later(2, 2), await later(5, 2), await later(8, 3), await later(17, 4)]).toEqual([0, 1, 0, 1]);
    expect(await db().outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "failed", attempts: 5 });
    expect(await emptyOutbox(systemActor)).toBe(0);
  });
});
