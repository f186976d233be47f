"use client";

import { lateIsland } from "@/components/ui/late-island";

/** 附件在页底：服务端照常画好，代码随后载入。 */
export const SectionSlots = lateIsland("附件", () => import("@/components/application/attachments/SectionSlots").then((module) => module.SectionSlots));
