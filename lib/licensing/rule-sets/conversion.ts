import type { Level2020Code, Level2025Code } from "@/lib/terms/levels";
import { likely } from "./figure";
import type { Figure } from "./types";

/** What a level of the 2020 scale is called in the 2025 scale. Shown beside the old level, never applied in silence. */
export const conversion2020to2025: Figure<Readonly<Record<Level2020Code, Level2025Code>>> = likely("conversion2025")(
  { "1": "1", "2": "2", "3": "2-110", "4": "3", "5": "3-10" },
  "另有来源称原三级直接成为二级；换证期限与方式没有找到",
);
