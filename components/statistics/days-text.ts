import { noFigure } from "@/lib/evaluation/figures/indicators";

/** 几个工作日；没有案件的写「—」。 */
export const daysText = (days: number | undefined): string => (days === undefined ? noFigure : `${days} 日`);
