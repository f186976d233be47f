import * as z from "zod";
import { dayFilter, type Misreadings, readFilters, reversedIn } from "@/lib/forms/address-filters";
import { normaliseDate } from "@/lib/forms/kinds/dates";
import { searchText } from "@/lib/forms/plain-text";
import { businesses } from "@/lib/terms/businesses";
import { categories } from "@/lib/terms/categories";
import { levels2020 } from "@/lib/terms/levels";
import { codesOf } from "@/lib/terms/option-map";
import { queueMarks } from "@/lib/terms/queue";
import { isIsoDate } from "@/lib/workflow/iso-date";
import { digestCuts } from "./digest-views";
import { type QueueCut, queueCuts, stageCodes } from "./stages";

/** 地址栏不可信：认不出的一项不算，别的照旧。 */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

const day = z.string().transform((typed) => normaliseDate(searchText(typed))).refine(isIsoDate);

/** 工作列表的筛选，地址栏、保存的筛选与导出用同一个形状；没有环节的是全部环节。 */
export const QueueQuery = z.object({
  stage: lenient(z.enum(stageCodes)),
  cut: lenient(z.enum(codesOf(queueCuts))),
  business: lenient(z.enum(codesOf(businesses))),
  mark: lenient(z.enum(codesOf(queueMarks))),
  category: lenient(z.enum(codesOf(categories))),
  level: lenient(z.enum(codesOf(levels2020))),
  holder: lenient(z.uuid()),
  dueFrom: lenient(day),
  dueTo: lenient(day),
  /** 今日提醒的一样：等本人办的。 */
  digest: lenient(z.enum(codesOf(digestCuts))),
  q: lenient(z.string().transform((value) => searchText(value) || undefined)),
});

export type QueueQuery = z.output<typeof QueueQuery>;

/** 要人手写的两格。 */
export type QueueDay = "dueFrom" | "dueTo";

/** 写着却认不出的到期日、写反了的起止。 */
export function misreadDays(search: Readonly<Record<string, unknown>>): Misreadings<QueueDay> {
  const { read, misread } = readFilters<QueueDay>(search, { dueFrom: dayFilter, dueTo: dayFilter });
  return { ...misread, ...reversedIn(read, "dueFrom", "dueTo") };
}

/** 视图之外的筛选项，表单里各有一格。 */
export const queueFilterKeys = ["business", "mark", "category", "level", "holder", "dueFrom", "dueTo", "digest", "q"] as const satisfies (keyof QueueQuery)[];

/** 没有写视图时：查找的看全部，别的看在办的。 */
export const cutOf = ({ stage, cut, q }: QueueQuery): QueueCut => {
  if (cut === "all" && stage !== undefined) return "running";
  return cut ?? (q && stage === undefined ? "all" : "running");
};

/** 一项也没有写。 */
export const isUnfiltered = (query: QueueQuery): boolean => queueFilterKeys.every((key) => query[key] === undefined);

/** 一页的地址：筛选都在其中，可以收藏、转发。 */
export function queueAddress({ stage, ...query }: Partial<QueueQuery>, after?: string): string {
  const parts = new URLSearchParams(Object.entries({ ...query, after }).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])));
  const path = stage ? `/admin/queue/${stage}` : "/admin/queue";
  return parts.size > 0 ? `${path}?${parts}` : path;
}

/** 导出这一筛选的地址。 */
export function queueExportAddress(query: QueueQuery, format: "xlsx" | "csv"): string {
  const parts = Object.entries({ ...query, cut: cutOf(query), format }).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : []));
  return `/api/queue/export?${new URLSearchParams(parts)}`;
}
