"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { scopeChangeInformation } from "@/lib/licensing/sections/scope-change-information";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(scopeChangeInformation, { ...fieldParts, Slots: SectionSlots });
