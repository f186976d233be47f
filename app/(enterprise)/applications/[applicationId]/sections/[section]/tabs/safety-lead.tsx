"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { recordParts } from "@/components/application/rows/SectionRecords";
import { safetyLead } from "@/lib/licensing/sections/leads";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(safetyLead, { ...fieldParts, ...recordParts, Slots: SectionSlots });
