"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { departure } from "@/lib/licensing/sections/departure";
import { Check } from "../late-check";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(departure, { ...fieldParts, Slots: SectionSlots, Check });
