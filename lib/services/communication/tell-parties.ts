import { closeTodosOf, insertMessage } from "@/lib/data/communication";
import type { Db } from "@/lib/data/client";
import { findConfirmationCase, listConfirmations } from "@/lib/data/party-confirmations";
import { confirmationOutcome } from "@/lib/licensing/confirmation-notices";
import type { EffectWords } from "@/lib/licensing/effect-words";
import type { NoticeSubject } from "@/lib/licensing/notices";
import { wordOf } from "@/lib/terms/option-map";
import { applicationStates } from "@/lib/terms/states";

/** 分立、合并办结了：告诉另一方结果，没有答复的不必再答复。 */
export async function tellParties(tx: Db, subject: NoticeSubject, effects: readonly EffectWords[] = []): Promise<void> {
  const parties = await listConfirmations(tx, subject.caseId);
  if (parties.length === 0) return;
  const found = await findConfirmationCase(tx, subject.caseId);
  for (const { enterpriseId, uscc } of parties) {
    await closeTodosOf(tx, subject.caseId, enterpriseId, "counterpartyConfirmation");
    const own = effects.find((one) => one.uscc === uscc)?.lines.join("；");
    const { title, body, href } = confirmationOutcome(subject, found?.enterprise.name ?? "", { stateWord: wordOf(applicationStates, found?.state ?? ""), ...(own ? { effects: own } : {}) });
    await insertMessage(tx, { enterpriseId, caseId: subject.caseId, title, body, href });
  }
}
