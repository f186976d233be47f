import { businesses } from "@/lib/terms/businesses";
import { COUNTER_MATTER, counterMatterWord } from "@/lib/terms/evaluation";
import { wordOf } from "@/lib/terms/option-map";

/** 事项的名称；一次一评评的是窗口服务。 */
export const matterWord = (matter: string): string => (matter === COUNTER_MATTER ? counterMatterWord : wordOf(businesses, matter));

/** 能评价的事项：各项业务（废弃、终止不另成件）与窗口服务。 */
export const ratableMatters: readonly string[] = [...Object.keys(businesses).filter((code) => code !== "termination" && code !== "discard"), COUNTER_MATTER];
