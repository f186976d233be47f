"use server";

import { defineAction } from "@/lib/actions/define-action";
import { changeOfficeContact, OfficeContactInput } from "@/lib/services/settings/manage-offices";

export const changeOfficeContactAction = defineAction(OfficeContactInput, changeOfficeContact);
