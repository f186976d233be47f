"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { applicationCategory } from "@/lib/licensing/sections/application-category";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(applicationCategory, { ...fieldParts, Slots: SectionSlots });
