"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { mergerType } from "@/lib/licensing/sections/merger";
import { lateRecordParts } from "../late-records";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(mergerType, { ...fieldParts, ...lateRecordParts, Slots: SectionSlots });
