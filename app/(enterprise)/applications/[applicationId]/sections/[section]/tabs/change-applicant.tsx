"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { changeApplicant } from "@/lib/licensing/sections/change-applicant";
import { ownTab } from "../own-tab";

export default ownTab(changeApplicant, { ...fieldParts, Slots: SectionSlots });
