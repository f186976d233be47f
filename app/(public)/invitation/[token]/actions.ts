"use server";

import { defineAction } from "@/lib/actions/define-action";
import { AcceptInput, acceptInvitation } from "@/lib/services/accounts/accept-invitation";

export const acceptInvitationAction = defineAction(AcceptInput, acceptInvitation);
