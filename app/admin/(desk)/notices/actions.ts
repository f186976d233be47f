"use server";

import { defineAction } from "@/lib/actions/define-action";
import { checkNotice, pinNotice, PinNoticeInput, RemoveDraftInput, removeNoticeDraft, saveNotice, SaveNoticeInput, withdrawNotice, WithdrawNoticeInput } from "@/lib/services/communication/manage-notices";

export const checkNoticeAction = defineAction(SaveNoticeInput, checkNotice);

export const saveNoticeAction = defineAction(SaveNoticeInput, saveNotice);

export const pinNoticeAction = defineAction(PinNoticeInput, pinNotice);

export const withdrawNoticeAction = defineAction(WithdrawNoticeInput, withdrawNotice);

export const removeNoticeDraftAction = defineAction(RemoveDraftInput, removeNoticeDraft);
