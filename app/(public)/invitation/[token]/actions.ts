"use server";

import { defineAction } from "@/lib/actions/define-action";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { AcceptInput, acceptInvitation } from "@/lib/services/accounts/accept-invitation";

export const acceptInvitationAction = defineAction(AcceptInput, acceptInvitation, { whoActs: actorBeforePassword });
