import { maskId, normaliseIdentifier } from "@/lib/forms/identifiers";
import type { SummaryLine, SummarySection } from "@/lib/forms/summary";
import { restrictionKinds } from "@/lib/terms/credit";
import { formatChineseDate } from "@/lib/terms/dates";
import { followUpKinds, followUpStates } from "@/lib/terms/follow-ups";
import { wordOf } from "@/lib/terms/option-map";
import { personnelRoles } from "@/lib/terms/person";
import { siteVisitItems, siteVisitResults } from "@/lib/terms/site-visits";
import type { LiveCheck } from "./case-views";
import { reasonInWords } from "./restrictions";
import type { SiteVisitFinding } from "./site-visits";

/** 一人在别家的一处：在册、占用电工号码，或者写在别家正在办的申请里。 */
export interface Duplicate {
  idNumber: string;
  source: "engaged" | "claimed" | "applying";
  enterprise: string;
  kind: string;
  /** 在册、占用从哪天起；正在办的申请没有。 */
  since: string | null;
  /** 正在办的申请的编号；草稿占用的没有。 */
  number: string | null;
}

interface PersonPlace {
  section: string;
  rowId?: string;
  name: string;
}

const nameIn = (lines: readonly SummaryLine[]): string => lines.find(({ field }) => field === "name")?.text ?? "";
const holds = (lines: readonly SummaryLine[], idNumber: string): boolean => lines.some(({ mask, text }) => mask === "identity" && normaliseIdentifier(text) === idNumber);

/** 这个号码写在摘要的哪一页、哪一行，叫什么。 */
export function findPerson(summary: readonly SummarySection[], idNumber: string): PersonPlace | undefined {
  for (const { section, groups, tables } of summary) {
    const row = tables.flatMap(({ rows }) => rows).find(({ lines }) => holds(lines, idNumber));
    if (row) return { section, rowId: row.rowId, name: nameIn(row.lines) };
    const own = groups.flatMap(({ lines }) => lines);
    if (holds(own, idNumber)) return { section, name: nameIn(own) };
  }
  return undefined;
}

/** 在别家的一处，一句话；在册与占用的准予时会被拒绝，正在办的请人判断。 */
export function duplicateCheck({ idNumber, source, enterprise, kind, since, number }: Duplicate, summary: readonly SummarySection[]): LiveCheck {
  const place = findPerson(summary, idNumber);
  const role = wordOf(personnelRoles, kind);
  const words: Record<Duplicate["source"], [label: string, detail: string]> = {
    engaged: [`现在${enterprise}在册`, role],
    claimed: [`已由${enterprise}登记为电工`, ""],
    applying: [`也写在${enterprise}正在办的申请里`, [number, role].filter(Boolean).join("，")],
  };
  const [label, detail] = words[source];
  return {
    key: `${idNumber}-${source}-${enterprise}-${kind}`.replace(idNumber, maskId(idNumber)),
    outcome: source === "applying" ? "warning" : "unmet",
    label: `${place?.name ?? "人员"}（${maskId(idNumber)}）${label}`,
    detail: [detail, since && `自${formatChineseDate(since)}`].filter(Boolean).join("，"),
    ...(place ? { section: place.section, ...(place.rowId ? { rowId: place.rowId } : {}) } : {}),
  };
}

/** 还在限制期内。 */
export const barCheck = ({ kind, reason, fromOn, untilOn }: { kind: string; reason: string; fromOn: string; untilOn: string }): LiveCheck => ({
  key: `bar-${kind}-${fromOn}-${reason}`, outcome: "warning",
  label: `企业在限制期内：${wordOf(restrictionKinds, kind)}`,
  detail: `${reasonInWords({ reason })}，${formatChineseDate(fromOn)}至${formatChineseDate(untilOn)}`,
});

/** 未了的后续任务；逾期的要紧。 */
export const taskCheck = ({ id, kind, state, task, dueOn }: { id: string; kind: string; state: string; task: string; dueOn: string }, today: string, readable: boolean): LiveCheck => ({
  key: `task-${id}`, outcome: dueOn < today ? "unmet" : "warning",
  label: `企业有未了的后续任务：${wordOf(followUpKinds, kind)}（${wordOf(followUpStates, state)}）`,
  detail: `${task}，${formatChineseDate(dueOn)}${dueOn < today ? "到期，已逾期" : "前"}`,
  ...(readable ? { href: `/admin/follow-ups/${id}` } : {}),
});

/** 现场核查里不合格、需整改的各项；都合格的没有话说。 */
export function visitCheck({ id, caseId, visitedOn, findings }: { id: string; caseId: string; visitedOn: string | null; findings: readonly SiteVisitFinding[] }): LiveCheck | undefined {
  const faults = findings.filter(({ result }) => result !== "passed");
  if (faults.length === 0) return undefined;
  return {
    key: `visit-${id}`, outcome: faults.some(({ result }) => result === "failed") ? "unmet" : "warning",
    label: `现场核查${visitedOn ? `（${formatChineseDate(visitedOn)}）` : ""}：${faults.map(({ item, result }) => `${siteVisitItems[item]}${siteVisitResults[result]}`).join("，")}`,
    detail: faults.map(({ note }) => note).filter(Boolean).join("；"), href: `/admin/applications/${caseId}/site-visit`,
  };
}

/** 什么也没有查到时的一句。 */
export const nothingFound: LiveCheck = { key: "nothing", outcome: "met", label: "没有重复登记的人员、限制期和未了的后续任务", detail: "" };
