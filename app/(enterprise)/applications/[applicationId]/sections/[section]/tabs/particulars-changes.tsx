"use client";

import { fieldParts } from "@/components/fields/field-parts";
import { ComparisonTable } from "@/components/fields/ComparisonTable";
import { particularsChangesSection } from "@/lib/licensing/sections/particulars-changes";
import { ownTab } from "../own-tab";

export default ownTab(particularsChangesSection, { ...fieldParts, Comparison: ComparisonTable });
