"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { reissueSection } from "@/lib/licensing/sections/reissue";
import { Check } from "../late-check";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(reissueSection, { ...fieldParts, Slots: SectionSlots, Check });
