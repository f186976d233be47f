"use client";

import { latePart } from "@/components/ui/late";

/** 填报与资料审核同在一页的：审核要看整份申请表，填报能用之后才载入。 */
export const Check = latePart("资料审核", () => import("@/components/application/check/CheckSection").then((module) => module.CheckSection));
