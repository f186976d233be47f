"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { renewalInformation } from "@/lib/licensing/sections/renewal-information";
import { ownTab } from "../own-tab";

export default ownTab(renewalInformation, { ...fieldParts, Slots: SectionSlots });
