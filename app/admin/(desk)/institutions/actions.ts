"use server";

import { defineAction } from "@/lib/actions/define-action";
import { addInstitution, AddInstitutionInput, removeInstitution, RemoveInstitutionInput } from "@/lib/services/enterprises/manage-institutions";

export const addInstitutionAction = defineAction(AddInstitutionInput, addInstitution);

export const removeInstitutionAction = defineAction(RemoveInstitutionInput, removeInstitution);
