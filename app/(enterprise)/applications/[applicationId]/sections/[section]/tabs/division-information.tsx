"use client";

import { SectionSlots } from "@/components/application/attachments/SectionSlots";
import { divisionInformation } from "@/lib/licensing/sections/division";
import { ownTab } from "../own-tab";

export default ownTab(divisionInformation, { Slots: SectionSlots });
