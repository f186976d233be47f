"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { PaperConsentInput, recordPaperConsent } from "@/lib/services/parties/paper-consent";
import { decide, DecideInput } from "@/lib/services/review/decide";
import { removePhrase, SavePhraseInput, savePhrase } from "@/lib/services/review/phrases";
import { DraftRemark, draftRemark, RemarkChange, removeRemark, resolveRemark, updateRemark } from "@/lib/services/review/remarks";
import { revealNumber } from "@/lib/services/review/reveal-number";

const RemarkCommand = z.object({ remarkId: z.uuid() });
const PhraseCommand = z.object({ phraseId: z.uuid() });
const ResolveCommand = RemarkCommand.extend({ resolved: z.boolean() });
const RevealCommand = z.object({ applicationId: z.uuid(), sectionKey: z.string().max(60), rowId: z.string().max(60).optional(), field: z.string().max(60), round: z.int().min(1).max(99).optional() });

export const decideAction = defineAction(DecideInput, decide);

export const draftRemarkAction = defineAction(DraftRemark, draftRemark);

export const updateRemarkAction = defineAction(RemarkChange, updateRemark);

export const removeRemarkAction = defineAction(RemarkCommand, (actor, { remarkId }) => removeRemark(actor, remarkId));

export const resolveRemarkAction = defineAction(ResolveCommand, (actor, { remarkId, resolved }) => resolveRemark(actor, remarkId, resolved));

export const savePhraseAction = defineAction(SavePhraseInput, savePhrase);

export const removePhraseAction = defineAction(PhraseCommand, (actor, { phraseId }) => removePhrase(actor, phraseId));

export const revealAction = defineAction(RevealCommand, revealNumber);

export const recordConsentAction = defineAction(PaperConsentInput, recordPaperConsent);
