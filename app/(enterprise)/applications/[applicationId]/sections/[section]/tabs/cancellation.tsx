"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { cancellationSection } from "@/lib/licensing/sections/cancellation";
import { Check } from "../late-check";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(cancellationSection, { ...fieldParts, Slots: SectionSlots, Check });
