"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { inviteColleague, InviteInput, revokeInvitation, setColleagueState } from "@/lib/services/accounts/colleagues";
import { findInstitutions, InstitutionQuery } from "@/lib/services/enterprises/institutions";
import { ProfileInput, saveProfile } from "@/lib/services/enterprises/profile";
import { now } from "@/lib/services/platform/clock";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

export const saveProfileAction = defineAction(ProfileInput, async (actor, input) => {
  const { revision } = await saveProfile(actor, input);
  return { revision, savedAt: shanghaiMoment(await now()).slice(-5) };
});

export const findInstitutionsAction = defineAction(InstitutionQuery, findInstitutions);

export const inviteColleagueAction = defineAction(InviteInput, inviteColleague);

export const revokeInvitationAction = defineAction(z.object({ invitationId: z.uuid() }), (actor, { invitationId }) => revokeInvitation(actor, invitationId));

export const setColleagueStateAction = defineAction(
  z.object({ accountId: z.uuid(), state: z.enum(["active", "disabled"]) }),
  (actor, { accountId, state }) => setColleagueState(actor, accountId, state),
);
