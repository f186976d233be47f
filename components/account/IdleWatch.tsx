"use client";

import { lateIsland } from "@/components/ui/late-island";

/** 登录将要结束的提醒：二十多分钟之后才用得上，代码在页面能用之后才载入。 */
export const IdleWatch = lateIsland("登录提醒", () => import("./IdleWarning").then((module) => module.IdleWarning));
