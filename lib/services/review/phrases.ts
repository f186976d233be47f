import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, can, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { countPhrases, deletePhrase, findPhrase, insertPhrase, listPhrases } from "@/lib/data/remark-phrases";
import type { PhraseView } from "@/lib/licensing/case-views";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { codesOf } from "@/lib/terms/option-map";
import { type PhraseScope, phraseScopes } from "@/lib/terms/remarks";

/** 一人、一个机构至多存几条：再多就不好找了。 */
const MOST: Readonly<Record<PhraseScope, number>> = { own: 50, office: 100 };

export const SavePhraseInput = z.object({
  scope: z.enum(codesOf(phraseScopes) as [PhraseScope, ...PhraseScope[]]),
  text: z.string().trim().min(1, "请写明常用语").max(200, "常用语请不超过200字"),
});
export type SavePhraseInput = z.infer<typeof SavePhraseInput>;

/** 此人写意见时可用的：先机构的，后本人的。 */
export async function phrasesOf({ accountId, officeCode }: Pick<StaffActor, "accountId" | "officeCode">): Promise<PhraseView[]> {
  const rows = await listPhrases(db(), { accountId, officeCode });
  return rows.map(({ id, scope, text }) => ({ id, scope: scope as PhraseScope, text }));
}

/** 本机构共用的常用语，给管它的人。 */
export async function listOfficePhrases(actor: Actor): Promise<PhraseView[]> {
  const staff = requireStaff(actor);
  authorise(staff, "phrase.keepForOffice", { officeCode: staff.officeCode });
  return (await phrasesOf(staff)).filter(({ scope }) => scope === "office");
}

/**
 * 存一条常用语：本人的由写意见的人存，机构的由系统管理员或签发岗存。
 * @throws Refusal conflict 已经有一样的，或者存满了
 */
export async function savePhrase(actor: Actor, { scope, text }: SavePhraseInput): Promise<{ phraseId: string }> {
  const staff = requireStaff(actor);
  requireKeeper(staff, scope);
  return transaction(async (tx) => {
    const { officeCode, accountId } = staff;
    const kept = await countPhrases(tx, { scope, officeCode, ...(scope === "own" ? { accountId } : {}) });
    if (kept >= MOST[scope]) throw new Refusal("conflict", `至多存 ${MOST[scope]} 条常用语，请先删去不用的`);
    const phraseId = await insertPhrase(tx, { scope, officeCode, accountId, text });
    if (!phraseId) throw new Refusal("conflict", "这条常用语已经有了");
    await audit(tx, staff, "phrase.save", phraseId, text);
    return { phraseId };
  });
}

/** 删去一条常用语；别人的、别的机构的答没有找到。 */
export async function removePhrase(actor: Actor, phraseId: string): Promise<void> {
  const staff = requireStaff(actor);
  await transaction(async (tx) => {
    const phrase = z.uuid().safeParse(phraseId).success ? await findPhrase(tx, phraseId) : null;
    const readable = phrase && (phrase.scope === "own" ? phrase.accountId === staff.accountId : phrase.officeCode === staff.officeCode);
    if (!readable) throw notFound("这条常用语");
    requireKeeper(staff, phrase.scope as PhraseScope);
    if (await deletePhrase(tx, phraseId)) await audit(tx, staff, "phrase.remove", phraseId, phrase.text);
  });
}

function requireKeeper(staff: StaffActor, scope: PhraseScope): void {
  const deed = scope === "office" ? "phrase.keepForOffice" : "phrase.keepOwn";
  if (!can(staff, deed, { officeCode: staff.officeCode })) throw forbidden(scope === "office" ? "本机构的常用语由系统管理员或签发岗管理" : "常用语由写意见的受理岗自己存");
}

async function audit(tx: Db, staff: StaffActor, action: string, id: string, text: string): Promise<void> {
  await recordAudit(tx, { actor: staff, action, subject: "RemarkPhrase", subjectId: id, detail: { note: text } });
}
