"use client";

import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { cancellationSection } from "@/lib/licensing/sections/cancellation";
import { Check } from "../late-check";
import { ownTab } from "../own-tab";

export default ownTab(cancellationSection, { Slots: SectionSlots, Check });
