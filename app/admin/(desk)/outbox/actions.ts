"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { readOutboxMessage } from "@/lib/services/outbox/read-outbox";
import { ResendInput, resendMessage } from "@/lib/services/outbox/resend-message";

export const readOutboxAction = defineAction(z.object({ id: z.uuid() }), (actor, { id }) => readOutboxMessage(actor, id));

export const resendAction = defineAction(ResendInput, resendMessage);
