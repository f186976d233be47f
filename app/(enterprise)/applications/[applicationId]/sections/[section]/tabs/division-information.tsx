"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { divisionInformation } from "@/lib/licensing/sections/division";
import { ownTab } from "../own-tab";

export default ownTab(divisionInformation, { ...fieldParts, Slots: SectionSlots });
