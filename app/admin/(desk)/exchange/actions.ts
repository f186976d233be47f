"use server";

import { defineAction } from "@/lib/actions/define-action";
import { addExchangeClient, AddExchangeClientInput, revokeExchangeClient, RevokeExchangeClientInput } from "@/lib/services/evaluation/exchange/clients";
import { chooseSatisfaction, ChooseSatisfactionInput } from "@/lib/services/evaluation/figures/satisfaction";

export const addExchangeClientAction = defineAction(AddExchangeClientInput, addExchangeClient);

export const revokeExchangeClientAction = defineAction(RevokeExchangeClientInput, revokeExchangeClient);

export const chooseSatisfactionAction = defineAction(ChooseSatisfactionInput, chooseSatisfaction);
