"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { divisionInformation } from "@/lib/licensing/sections/division";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(divisionInformation, { ...fieldParts, Slots: SectionSlots });
