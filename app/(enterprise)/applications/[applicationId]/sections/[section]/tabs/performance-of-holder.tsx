"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { rosterParts } from "@/components/application/roster/SectionRoster";
import { performanceOfHolder } from "@/lib/licensing/sections/performance-of-holder";
import { ownTab } from "../own-tab";

export default ownTab(performanceOfHolder, { ...fieldParts, ...rosterParts });
