"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { renewalInformation } from "@/lib/licensing/sections/renewal-information";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(renewalInformation, { ...fieldParts, Slots: SectionSlots });
