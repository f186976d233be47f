"use client";

import { latePart } from "@/components/ui/late";

export const loadSubmitted = () => import("./Submitted").then((module) => module.Submitted);

/** 提交之后才要的确认；资料审核页上人一动手就先取来。 */
export const Submitted = latePart("已提交", loadSubmitted);
