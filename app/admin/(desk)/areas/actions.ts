"use server";

import { defineAction } from "@/lib/actions/define-action";
import { addPilotArea, AddPilotAreaInput, removePilotArea, RemovePilotAreaInput } from "@/lib/services/credit/pilot-areas";

export const addPilotAreaAction = defineAction(AddPilotAreaInput, addPilotArea);

export const removePilotAreaAction = defineAction(RemovePilotAreaInput, removePilotArea);
