"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { changeApplicant } from "@/lib/licensing/sections/change-applicant";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(changeApplicant, { ...fieldParts, Slots: SectionSlots });
