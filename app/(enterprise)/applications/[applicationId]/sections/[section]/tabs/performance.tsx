"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { rosterParts } from "@/components/application/roster/SectionRoster";
import { performance } from "@/lib/licensing/sections/performance";
import { ownTab } from "../own-tab";

export default ownTab(performance, { ...fieldParts, ...rosterParts });
