"use client";

import { rosterParts } from "@/components/application/roster/SectionRoster";
import { technicians } from "@/lib/licensing/sections/technicians";
import { ownTab } from "../own-tab";

export default ownTab(technicians, rosterParts);
