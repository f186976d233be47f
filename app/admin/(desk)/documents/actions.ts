"use server";

import { defineAction } from "@/lib/actions/define-action";
import { RecordDeliveryInput, registerDelivery } from "@/lib/services/documents/record-delivery";

export const registerDeliveryAction = defineAction(RecordDeliveryInput, registerDelivery);
