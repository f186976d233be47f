"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { recordParts } from "@/components/application/rows/SectionRecords";
import { basicInformation } from "@/lib/licensing/sections/basic-information";
import { SectionSlots } from "../late-slots";
import { ownTab } from "../own-tab";

export default ownTab(basicInformation, { ...fieldParts, ...recordParts, Slots: SectionSlots });
