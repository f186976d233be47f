import * as z from "zod";
import { faultInDate } from "@/lib/forms/kinds/dates";
import { codesOf } from "@/lib/terms/option-map";
import { openSiteVisitStates, siteVisitFields, type SiteVisitItem, siteVisitItems, type SiteVisitResult, siteVisitResults } from "@/lib/terms/site-visits";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { IsoDate } from "@/lib/workflow/iso-date";

/** 核查人员：法定两名以上（行政许可法第三十四条），上限只为防误选。 */
export const MIN_OFFICIALS = 2;
export const MAX_OFFICIALS = 6;
export const MAX_PHOTOS = 20;
const NOTE_MAX = 500;

/** 一项的结论；不合格、需整改的须写明情况。 */
export const SiteVisitFinding = z.object({
  item: z.enum(codesOf(siteVisitItems) as [SiteVisitItem, ...SiteVisitItem[]]),
  result: z.enum(codesOf(siteVisitResults) as [SiteVisitResult, ...SiteVisitResult[]], "请选择结论"),
  // 太长的由 faultsInRecord 说，才指得到是哪一项；这里只防离谱的
  note: z.string().trim().max(NOTE_MAX * 100, `情况请不超过${NOTE_MAX}字`),
});
export type SiteVisitFinding = z.infer<typeof SiteVisitFinding>;

export const SiteVisitFindings = z.array(SiteVisitFinding);

/** 一天哪里不对：没有填，或不是日历上的一天；都对为空。 */
export function faultInDay(day: string, label: string): string | undefined {
  return day === "" ? `请填写${label}` : faultInDate(day);
}

/** 安排核查时哪里不对：字段 → 提示；都对为空。 */
export function faultsInOrder({ plannedOn, officialIds }: { plannedOn: string; officialIds: readonly string[] }, today: IsoDate): Record<string, string> {
  const people = new Set(officialIds).size;
  const day = faultInDay(plannedOn, siteVisitFields.plannedOn) ?? (plannedOn < today ? "请选择今天或以后的日期" : undefined);
  return {
    ...(day ? { plannedOn: day } : {}),
    ...(people < MIN_OFFICIALS ? { officialIds: `请选择至少 ${MIN_OFFICIALS} 名核查人员` } : {}),
    ...(people > MAX_OFFICIALS ? { officialIds: `请选择不超过 ${MAX_OFFICIALS} 名核查人员` } : {}),
  };
}

/** 记录里哪里不对：字段 → 提示，一次说全，按页面的次序；每一项都要有结论，不合格的写明情况。 */
export function faultsInRecord(
  { visitedOn, attendee, findings }: { visitedOn: string; attendee: string; findings: readonly SiteVisitFinding[] }, orderedOn: IsoDate, today: IsoDate,
): Record<string, string> {
  const faults = codesOf(siteVisitItems).flatMap((item): [string, string][] => {
    const finding = findings.find((one) => one.item === item);
    if (!finding) return [[`${item}-result`, `请选择“${siteVisitItems[item]}”的结论`]];
    if (finding.note.length > NOTE_MAX) return [[`${item}-note`, `“${siteVisitItems[item]}”的情况请不超过${NOTE_MAX}字`]];
    return finding.result !== "passed" && finding.note === "" ? [[`${item}-note`, `请写明“${siteVisitItems[item]}”的情况`]] : [];
  });
  const outside = visitedOn < orderedOn || visitedOn > today;
  const day = faultInDay(visitedOn, siteVisitFields.visitedOn) ?? (outside ? "请填写安排核查之后、今天以前的日期" : undefined);
  return { ...(day ? { visitedOn: day } : {}), ...(attendee === "" ? { attendee: `请填写${siteVisitFields.attendee}` } : {}), ...Object.fromEntries(faults) };
}

/** 核查只在审查中进行；现在不能安排、不能记的理由。 */
export function siteVisitObstacle(caseState: string, open: number): string | undefined {
  if (caseState !== ("underReview" satisfies ApplicationStateCode)) return "现场核查在审查中进行，本案现在不能安排";
  return open > 0 ? "已有一次现场核查还没有结束" : undefined;
}

export const isOpenVisit = (state: string): boolean => (openSiteVisitStates as readonly string[]).includes(state);

/** 签过字的与还没有签的。 */
export interface Signature {
  accountId: string;
  name: string;
  confirmedAt: unknown;
}

/** 这一位签了之后，是不是都签了。 */
export const completesRecord = (officials: readonly Signature[], accountId: string): boolean =>
  officials.every((official) => official.accountId === accountId || Boolean(official.confirmedAt));

/** 一张照片上传的结局；浏览器由 serverData 得到它。 */
export type PhotoOutcome = { ok: true; photoId: string } | { ok: false; message: string };
