"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { RegisterInput, registerEnterprise, requestRegistrationCode } from "@/lib/services/accounts/register-enterprise";
import { Mobile } from "@/lib/services/accounts/verification";
import { findInstitutions, InstitutionQuery } from "@/lib/services/enterprises/institutions";

export const registerAction = defineAction(RegisterInput, registerEnterprise);

export const requestCodeAction = defineAction(z.object({ mobile: Mobile }), (actor, { mobile }) => requestRegistrationCode(actor, mobile));

export const findInstitutionsAction = defineAction(InstitutionQuery, findInstitutions);
