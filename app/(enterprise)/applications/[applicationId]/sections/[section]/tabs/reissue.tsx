"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { reissueSection } from "@/lib/licensing/sections/reissue";
import { Check } from "../late-check";
import { ownTab } from "../own-tab";

export default ownTab(reissueSection, { ...fieldParts, Slots: SectionSlots, Check });
