"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { divisionType } from "@/lib/licensing/sections/division";
import { ownTab } from "../own-tab";

export default ownTab(divisionType, fieldParts);
