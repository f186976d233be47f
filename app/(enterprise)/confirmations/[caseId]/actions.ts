"use server";

import { defineAction } from "@/lib/actions/define-action";
import { AnswerConfirmationInput, answerConfirmation } from "@/lib/services/parties/confirmations";

export const answerConfirmationAction = defineAction(AnswerConfirmationInput, answerConfirmation);
