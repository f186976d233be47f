"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { importCreditRecords, saveCreditRecord, SaveCreditRecordInput } from "@/lib/services/credit/credit-register";
import { recordBar, RecordBarInput, revokeRestriction, RevokeRestrictionInput } from "@/lib/services/credit/restrictions";

export const saveCreditRecordAction = defineAction(SaveCreditRecordInput, saveCreditRecord);

export const importCreditAction = defineAction(z.object({ file: z.instanceof(File), apply: z.boolean() }), async (actor, { file, apply }) =>
  importCreditRecords(actor, { file: Buffer.from(await file.arrayBuffer()), apply }),
);

export const recordBarAction = defineAction(RecordBarInput, recordBar);

export const revokeRestrictionAction = defineAction(RevokeRestrictionInput, revokeRestriction);
