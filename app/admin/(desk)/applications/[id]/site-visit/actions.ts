"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { cancelSiteVisit, SiteVisitCancellation } from "@/lib/services/site-visits/cancel-site-visit";
import { orderSiteVisit, SiteVisitOrder } from "@/lib/services/site-visits/order-site-visit";
import { removePhoto } from "@/lib/services/site-visits/photos";
import { recordSiteVisit, SiteVisitRecordInput } from "@/lib/services/site-visits/record-site-visit";
import { signSiteVisit } from "@/lib/services/site-visits/sign-site-visit";

const Signature = z.object({ visitId: z.uuid(), revision: z.int().positive() });
const PhotoCommand = z.object({ photoId: z.uuid() });

export const orderAction = defineAction(SiteVisitOrder, orderSiteVisit);

export const recordAction = defineAction(SiteVisitRecordInput, recordSiteVisit);

export const signAction = defineAction(Signature, signSiteVisit);

export const cancelAction = defineAction(SiteVisitCancellation, async (actor, command) => {
  await cancelSiteVisit(actor, command);
  return {};
});

export const removePhotoAction = defineAction(PhotoCommand, async (actor, { photoId }) => {
  await removePhoto(actor, photoId);
  return {};
});
