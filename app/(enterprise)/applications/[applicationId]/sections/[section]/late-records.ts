"use client";

import { lateIsland } from "@/components/ui/late-island";

const load = () => import("@/components/application/rows/SectionRecords");

/** 短表的代码随后载入：页签自己的声明已经不小。 */
export const lateRecordParts = {
  dialog: lateIsland("表格", () => load().then(({ recordParts }) => recordParts.dialog)),
  OpenRecord: lateIsland("编辑", () => load().then(({ recordParts }) => recordParts.OpenRecord)),
};
