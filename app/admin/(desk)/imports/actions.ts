"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { applyImport, discardImport, ImportInput } from "@/lib/services/imports/apply-import";
import { checkImport } from "@/lib/services/imports/check-import";

export const checkImportAction = defineAction(z.object({ file: z.instanceof(File) }), async (actor, { file }) =>
  checkImport(actor, { file: Buffer.from(await file.arrayBuffer()), name: file.name }),
);

export const applyImportAction = defineAction(ImportInput, applyImport);

export const discardImportAction = defineAction(ImportInput, discardImport);
