import "server-only";
import { db } from "@/lib/data/client";
import { claimOutbox, type OutboxOutcome, type OutboxTask, settleOutbox } from "@/lib/data/outbox";
import { openSms, type SmsOutcome } from "@/lib/integrations/sms";
import { maskedBody, secretTemplates } from "./secret-templates";

const MAX_ATTEMPTS = 5;
const BATCH = 20;

/** 发件箱里的短信交给短信接口；可反复调用、可并行，一条只由一个进程发。返回处理的条数。 */
export async function deliverOutbox(): Promise<number> {
  const sms = openSms();
  const tasks = await claimOutbox(db(), BATCH, MAX_ATTEMPTS);
  for (const task of tasks) {
    const outcome = await sms.send({ ...task, mobile: task.recipient });
    await settleOutbox(db(), task.id, settled(task, outcome));
  }
  return tasks.length;
}

function settled(task: OutboxTask, outcome: SmsOutcome): OutboxOutcome {
  if (outcome.kind === "kept") return { state: "kept" };
  if (outcome.kind === "delivered") {
    // 已经到了手机上的验证码、邀请链接不再留存
    return { state: "delivered", ...(secretTemplates.has(task.template) ? { body: maskedBody, params: {} } : {}) };
  }
  const final = outcome.kind === "failed" || task.attempts >= MAX_ATTEMPTS;
  return { state: final ? "failed" : "pending", lastError: outcome.reason.slice(0, 300) };
}
