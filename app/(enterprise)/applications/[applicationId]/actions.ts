"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { AnswerRemarkInput, answerRemark } from "@/lib/services/applications/answer-remark";
import { DiscardApplicationInput, discardApplication } from "@/lib/services/applications/discard-application";
import { CounterpartyQuery, findCounterparties } from "@/lib/services/enterprises/counterparties";
import { importRows } from "@/lib/services/sheets/import-rows";
import { SaveSectionInput, saveSection } from "@/lib/services/applications/save-section";
import { SubmitApplicationInput, submitApplication } from "@/lib/services/applications/submit-application";
import { RemoveAttachmentInput, removeAttachment } from "@/lib/services/attachments/remove-attachment";

const ImportRowsInput = z.object({ applicationId: z.uuid(), section: z.string().max(60), table: z.string().max(60), file: z.instanceof(File) });

/** 一个页签的保存，以及填报页面上的其他动作；每一个都由服务端再核一遍。 */
export const saveSectionAction = defineAction(SaveSectionInput, saveSection);

export const removeAttachmentAction = defineAction(RemoveAttachmentInput, removeAttachment);

export const answerRemarkAction = defineAction(AnswerRemarkInput, answerRemark);

export const importRowsAction = defineAction(ImportRowsInput, async (actor, { file, ...place }) =>
  importRows(actor, { ...place, file: Buffer.from(await file.arrayBuffer()) }),
);

export const submitApplicationAction = defineAction(SubmitApplicationInput, submitApplication);

export const discardApplicationAction = defineAction(DiscardApplicationInput, discardApplication);

export const findCounterpartiesAction = defineAction(CounterpartyQuery, findCounterparties);
