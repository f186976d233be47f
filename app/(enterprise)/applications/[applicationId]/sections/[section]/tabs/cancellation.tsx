"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { cancellationSection } from "@/lib/licensing/sections/cancellation";
import { Check } from "../late-check";
import { ownTab } from "../own-tab";

export default ownTab(cancellationSection, { ...fieldParts, Slots: SectionSlots, Check });
