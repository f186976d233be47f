"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { removePhrase, SavePhraseInput, savePhrase } from "@/lib/services/review/phrases";

export const savePhraseAction = defineAction(SavePhraseInput, savePhrase);

export const removePhraseAction = defineAction(z.object({ phraseId: z.uuid() }), (actor, { phraseId }) => removePhrase(actor, phraseId));
