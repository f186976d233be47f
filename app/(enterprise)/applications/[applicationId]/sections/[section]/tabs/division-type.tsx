"use client";

import { divisionType } from "@/lib/licensing/sections/division";
import { ownTab } from "../own-tab";

export default ownTab(divisionType);
