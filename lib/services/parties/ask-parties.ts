import type { ApplicationRecord } from "@/lib/data/applications";
import { listParties, type PartyRow } from "@/lib/data/business-facts";
import { closeTodosOf, findOwnerMobile, insertMessage, openTodo } from "@/lib/data/communication";
import type { Db } from "@/lib/data/client";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { type ConfirmationRow, listConfirmations, renewConfirmations } from "@/lib/data/party-confirmations";
import { findLastSnapshot } from "@/lib/data/submissions";
import type { Business } from "@/lib/licensing/business";
import { confirmationRequest, confirmationTodo } from "@/lib/licensing/confirmation-notices";
import type { LicensingContext } from "@/lib/licensing/context";
import type { EffectWords } from "@/lib/licensing/effect-words";
import type { NoticeSubject } from "@/lib/licensing/notices";
import { businesses } from "@/lib/terms/businesses";
import { frozenEffects } from "./effects-of-case";

/**
 * 提交时请另一方确认：待办、消息、短信。重新提交的，对它的作用一字未变的不必再确认，其余重新确认；
 * 不再列出的，待办随之关闭。须在写入这一轮提交之前调用。
 */
export async function askParties(tx: Db, record: ApplicationRecord, { partiesOf, code }: Business, context: LicensingContext, words: readonly EffectWords[]): Promise<void> {
  if (!partiesOf) return;
  const rows = await listParties(tx, partiesOf(context.answers));
  const before = await listConfirmations(tx, record.caseId);
  const kept = await unchanged(tx, record, before, words, context);
  await renewConfirmations(tx, record.caseId, rows.map(({ id }) => id), kept);
  for (const { enterpriseId } of before) if (!kept.includes(enterpriseId)) await closeTodosOf(tx, record.caseId, enterpriseId, "counterpartyConfirmation");
  const subject: NoticeSubject = { caseId: record.caseId, number: record.number, business: businesses[code], office: record.officeName };
  for (const row of rows) if (!kept.includes(row.id)) await ask(tx, subject, record.enterprise.name, row, words.find(({ uscc }) => uscc === row.uscc));
}

/** 已经同意，对它的作用与转走的人又都没有变的。话里只有人数，人换了也要重新确认。 */
async function unchanged(
  tx: Db, { caseId, round }: ApplicationRecord, before: readonly ConfirmationRow[], words: readonly EffectWords[], { parties = [] }: LicensingContext,
): Promise<string[]> {
  const frozen = round === 0 ? undefined : frozenEffects(await findLastSnapshot(tx, caseId));
  if (!frozen) return [];
  const toldTo = (all: readonly EffectWords[], movers: readonly Mover[], code: string): string => {
    const lines = all.find(({ uscc }) => uscc === code)?.lines ?? [];
    const moving = movers.find(({ uscc }) => uscc === code)?.people?.moving ?? [];
    return lines.length === 0 ? "" : [...lines, ...[...moving].sort()].join("\n");
  };
  const same = (code: string): boolean => toldTo(frozen.effects, frozen.parties, code) !== "" && toldTo(frozen.effects, frozen.parties, code) === toldTo(words, parties, code);
  return before.filter(({ state, uscc }) => state === "confirmed" && same(uscc)).map(({ enterpriseId }) => enterpriseId);
}

interface Mover {
  uscc: string;
  people?: { moving: readonly string[] } | undefined;
}

async function ask(tx: Db, subject: NoticeSubject, applicant: string, { id: enterpriseId }: PartyRow, own: EffectWords | undefined): Promise<void> {
  const { caseId } = subject;
  const { title, body, href, sms } = confirmationRequest(subject, applicant, own);
  await insertMessage(tx, { enterpriseId, caseId, title, body, href });
  await openTodo(tx, { enterpriseId, caseId, ...confirmationTodo(subject, applicant) });
  const recipient = await findOwnerMobile(tx, enterpriseId);
  if (recipient) await insertOutboxMessage(tx, { channel: "sms", recipient, template: "notice.counterparty", body: sms });
}
