"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { mergerType } from "@/lib/licensing/sections/merger";
import { lateRecordParts } from "../late-records";
import { ownTab } from "../own-tab";

export default ownTab(mergerType, { ...fieldParts, ...lateRecordParts, Slots: SectionSlots });
