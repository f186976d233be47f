"use server";

import { defineAction } from "@/lib/actions/define-action";
import { BatchInput, decideBatch } from "@/lib/services/review/decide-batch";
import { BatchPreviewInput, previewBatch } from "@/lib/services/review/preview-batch";

export const previewBatchAction = defineAction(BatchPreviewInput, previewBatch);

export const decideBatchAction = defineAction(BatchInput, async (actor, input) => ({ results: await decideBatch(actor, input) }));
