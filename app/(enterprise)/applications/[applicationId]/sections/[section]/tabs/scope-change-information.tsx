"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { scopeChangeInformation } from "@/lib/licensing/sections/scope-change-information";
import { ownTab } from "../own-tab";

export default ownTab(scopeChangeInformation, { ...fieldParts, Slots: SectionSlots });
