"use server";

import { defineAction } from "@/lib/actions/define-action";
import { handleBadRating, HandleBadRatingInput } from "@/lib/services/evaluation/bad-ratings/handle-bad-rating";
import { lookUpPhone, LookUpPhoneInput } from "@/lib/services/evaluation/bad-ratings/look-up-phone";

export const handleBadRatingAction = defineAction(HandleBadRatingInput, handleBadRating);

export const lookUpPhoneAction = defineAction(LookUpPhoneInput, lookUpPhone);
