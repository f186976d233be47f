"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { readOutboxMessage } from "@/lib/services/outbox/read-outbox";

export const readOutboxAction = defineAction(z.object({ id: z.uuid() }), (actor, { id }) => readOutboxMessage(actor, id));
