"use client";

import { rosterParts } from "@/components/application/roster/SectionRoster";
import { skilledWorkers } from "@/lib/licensing/sections/skilled-workers";
import { ownTab } from "../own-tab";

export default ownTab(skilledWorkers, rosterParts);
