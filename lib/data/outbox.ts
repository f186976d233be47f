import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface NewOutboxMessage {
  channel: "sms";
  recipient: string;
  /** 短信模板的键，见 lib/integrations/sms。 */
  template: string;
  body: string;
  params?: Record<string, string>;
}

/** 写入发件箱；与业务同一事务，提交后才外发。 */
export async function insertOutboxMessage(db: Db, message: NewOutboxMessage): Promise<void> {
  await db.outboxMessage.create({ data: message });
}

export interface OutboxTask {
  id: string;
  recipient: string;
  template: string;
  body: string;
  params: Record<string, string>;
  attempts: number;
}

/**
 * 领取待发的短信：别的进程正在发的跳过；发到一半崩溃的两分钟后重领；
 * 没发成的隔 1、4、9、16 分钟再试，短信服务停一阵子不至于把次数一口气用完。
 */
export function claimOutbox(db: Db, take: number, maxAttempts: number): Promise<OutboxTask[]> {
  return db.$queryRaw<OutboxTask[]>(Prisma.sql`
    UPDATE "OutboxMessage" SET "state" = 'sending', "attempts" = "attempts" + 1, "deliveredAt" = clock_timestamp()
    WHERE "id" IN (
      SELECT "id" FROM "OutboxMessage"
      WHERE "channel" = 'sms' AND "attempts" < ${maxAttempts}
        AND ("state" = 'pending' AND ("deliveredAt" IS NULL OR "deliveredAt" < clock_timestamp() - make_interval(mins => "attempts" * "attempts"))
          OR ("state" = 'sending' AND "deliveredAt" < clock_timestamp() - interval '2 minutes'))
      ORDER BY "createdAt" LIMIT ${take} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "recipient", "template", "body", "params", "attempts"`);
}

export type OutboxOutcome = { state: "delivered" | "kept" | "failed" | "pending"; lastError?: string; body?: string; params?: Record<string, string> };

export async function settleOutbox(db: Db, id: string, outcome: OutboxOutcome): Promise<void> {
  const { state, lastError = null, ...content } = outcome;
  // 领取时已按数据库的钟记下这一次的时刻；要再试的从那时起算
  await db.outboxMessage.update({ where: { id }, data: { state, lastError, ...content, ...(state === "pending" ? {} : { deliveredAt: new Date() }) } });
}

export interface OutboxQuery {
  state?: string;
  /** 收件手机的后四位。 */
  tail?: string;
  /** 上一页最后一条。 */
  after?: string;
}

export interface OutboxEntry {
  id: string;
  recipient: string;
  template: string;
  state: string;
  attempts: number;
  resends: number;
  lastError: string | null;
  createdAt: Date;
  deliveredAt: Date | null;
}

/** 发件箱的列表，新的在前；不含正文。 */
export function listOutbox(db: Db, { state, tail, after }: OutboxQuery, take: number): Promise<OutboxEntry[]> {
  return db.$queryRaw(Prisma.sql`
    SELECT "id", "recipient", "template", "state", "attempts", "resends", "lastError", "createdAt", "deliveredAt" FROM "OutboxMessage"
    WHERE true ${state ? Prisma.sql`AND "state" = ${state}` : Prisma.empty} ${tail ? Prisma.sql`AND right("recipient", 4) = ${tail}` : Prisma.empty}
      ${after ? Prisma.sql`AND "id" < ${after}::uuid` : Prisma.empty}
    ORDER BY "id" DESC LIMIT ${take}`);
}

/** 各种状态各有几条；成千上万条已发送的不数。 */
export async function countOutboxTroubles(db: Db): Promise<{ pending: number; failed: number }> {
  const rows = await db.outboxMessage.groupBy({ by: ["state"], where: { state: { in: ["pending", "failed"] } }, _count: true });
  const of = (state: string): number => rows.find((row) => row.state === state)?._count ?? 0;
  return { pending: of("pending"), failed: of("failed") };
}

/** 没发成的放回待发，次数从头算；已不是失败的不动，为 false。 */
export async function requeueFailed(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({ where: { id, state: "failed" }, data: { state: "pending", attempts: 0, deliveredAt: null, lastError: null, resends: { increment: 1 } } });
  return count === 1;
}

export function findOutboxMessage(db: Db, id: string) {
  return db.outboxMessage.findUnique({ where: { id } });
}
