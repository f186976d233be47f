import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { db, transaction } from "@/lib/data/client";
import { findDailyReminder, setDailyReminder } from "@/lib/data/holder-reminders";
import { recordAudit } from "@/lib/services/audit/record-audit";

export const DailyReminderInput = z.object({ on: z.boolean() });

/** 自己要不要每日一条的到期提醒，收不收得到。 */
export async function getDailyReminder(actor: Actor): Promise<{ on: boolean; reachable: boolean }> {
  return findDailyReminder(db(), requireStaff(actor).accountId);
}

/** 开、关自己的每日提醒。 */
export async function chooseDailyReminder(actor: Actor, { on }: z.output<typeof DailyReminderInput>): Promise<void> {
  const { accountId } = requireStaff(actor);
  await transaction(async (tx) => {
    await setDailyReminder(tx, accountId, on);
    await recordAudit(tx, { actor, action: on ? "account.reminderOn" : "account.reminderOff", subject: "Account", subjectId: accountId });
  });
}
