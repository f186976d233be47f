"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { changeAttachments } from "@/lib/licensing/sections/change-attachments";
import { Check } from "../late-check";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(changeAttachments, { ...fieldParts, Slots: SectionSlots, Check });
