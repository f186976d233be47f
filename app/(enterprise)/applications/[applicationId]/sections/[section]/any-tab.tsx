"use client";

import { ComparisonTable } from "@/components/fields/ComparisonTable";
import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { CheckSection } from "@/components/application/check/CheckSection";
import { recordParts } from "@/components/application/rows/SectionRecords";
import { rosterParts } from "@/components/application/roster/SectionRoster";
import { SectionForm } from "@/components/application/SectionForm";
import { SectionReminder } from "@/components/application/SectionReminder";
import { SectionNotes } from "@/components/application/SectionNotes";
import type { SectionPageOptions } from "@/components/application/use-section-page";
import { uploadWhenNeeded } from "./own-tab";

const parts = { ...fieldParts, ...recordParts, ...rosterParts, Notes: SectionNotes, Slots: SectionSlots, Check: CheckSection, Comparison: ComparisonTable, Reminder: SectionReminder };

/** 任何页签的填报，两样表都带着。 */
export const AnyForm = (options: Omit<SectionPageOptions, "upload">) => <SectionForm {...options} parts={parts} upload={uploadWhenNeeded} />;
