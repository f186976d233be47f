"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { applicationCategory } from "@/lib/licensing/sections/application-category";
import { ownTab } from "../own-tab";

export default ownTab(applicationCategory, { ...fieldParts, Slots: SectionSlots });
