"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { departure } from "@/lib/licensing/sections/departure";
import { Check } from "../late-check";
import { ownTab } from "../own-tab";

export default ownTab(departure, { ...fieldParts, Slots: SectionSlots, Check });
