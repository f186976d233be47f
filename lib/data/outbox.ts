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

/** 发件箱的列表；不含正文。 */
export function listOutbox(db: Db, take: number) {
  return db.outboxMessage.findMany({
    orderBy: { createdAt: "desc" },
    take,
    select: { id: true, channel: true, recipient: true, template: true, state: true, attempts: true, lastError: true, createdAt: true, deliveredAt: true },
  });
}

export function findOutboxMessage(db: Db, id: string) {
  return db.outboxMessage.findUnique({ where: { id } });
}
