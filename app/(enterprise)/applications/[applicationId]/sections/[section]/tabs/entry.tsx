"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionReminder } from "@/components/application/SectionReminder";
import { recordParts } from "@/components/application/rows/SectionRecords";
import { entry } from "@/lib/licensing/sections/entry";
import { Check } from "../late-check";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(entry, { ...fieldParts, ...recordParts, Slots: SectionSlots, Reminder: SectionReminder, Check });
