"use server";

import * as z from "zod";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { readMessage } from "@/lib/services/communication/messages";

/** 标为已读；页头的数目随之更新。 */
export const readMessageAction = defineAction(z.object({ messageId: z.uuid() }), async (actor, { messageId }) => {
  await readMessage(actor, messageId);
  refresh();
});
