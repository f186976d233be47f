"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { RegisterInput, registerEnterprise, requestRegistrationCode } from "@/lib/services/accounts/register-enterprise";
import { Mobile } from "@/lib/services/accounts/verification";
import { findInstitutions, InstitutionQuery } from "@/lib/services/enterprises/institutions";

export const registerAction = defineAction(RegisterInput, registerEnterprise, { whoActs: actorBeforePassword });

export const requestCodeAction = defineAction(z.object({ mobile: Mobile }), (actor, { mobile }) => requestRegistrationCode(actor, mobile), { whoActs: actorBeforePassword });

export const findInstitutionsAction = defineAction(InstitutionQuery, findInstitutions, { whoActs: actorBeforePassword });
