import { answersOf, type Row, rowsOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { holds, type Section } from "@/lib/forms/definition";
import { normaliseIdentifier } from "@/lib/forms/identifiers";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { LicensingContext } from "./context";
import { type EngagedPerson, personnelSources } from "./people";
import { carriedSlots } from "./personnel/files";
import { applicationFormSlot } from "./sections/basic-information";
import { promiseSlot } from "./sections/promise";

/** 内容可供后来的申请沿用的业务：都有同样的基本情况、人员与业绩页签。 */
export const carryingBusinesses: readonly BusinessCode[] = ["new-licence", "scope-change", "renewal", "division", "merger"];

/** 不沿用的页签：申请什么、谁提交，每次重填。 */
export const carriedSections = ["basic-information", "technical-lead", "safety-lead", "technicians", "skilled-workers", "performance"] as const;

/** 每件申请重新签字的材料，不沿用：申请表申请的、告知承诺书承诺的都是上一件（决定十三）。 */
const signedSlots = [applicationFormSlot, promiseSlot];
export const signedAnew: readonly string[] = signedSlots.map(({ key }) => key);

/** 沿用来的一页里要重新签字上传的材料叫什么；没有的为空。 */
export function signedAnewOn({ key, slots }: Section<LicensingContext>, context: LicensingContext): string[] {
  const own = answersOf(context.answers, key);
  return slots.filter((slot) => signedAnew.includes(slot.key) && holds(slot.visible, { own, section: own, context }, true)).map(({ label }) => label);
}

const sameNumber = (record: SectionAnswers | Row, person: EngagedPerson): boolean => normaliseIdentifier(textOf(record, "idNo")) === person.idNumber;

/**
 * 上一次申请的一个页签，按现在的在册人员更新：离职的去掉，其后入职的添上，换了的负责人用现任的。
 * 不是人员的页签原样沿用。
 */
export function carryOver(key: string, data: SectionAnswers, people: readonly EngagedPerson[]): SectionAnswers {
  const source = personnelSources.find(({ section }) => section === key);
  if (!source) return data;
  const own = people.filter(({ kind }) => kind === source.kind);
  const { table } = source;
  if (table === undefined) return own.some((person) => sameNumber(data, person)) ? data : (own[0]?.detail ?? {});
  const rows = rowsOf(data, table);
  const staying = rows.filter((row) => own.some((person) => sameNumber(row, person)));
  const joined = own.filter((person) => !rows.some((row) => sameNumber(row, person))).map(({ detail }) => detail as Row);
  return { ...data, [table]: [...staying, ...joined] };
}

/** 负责人已离职、还没有人接替：前任的内容与材料都不沿用。 */
export function isVacant(key: string, people: readonly EngagedPerson[]): boolean {
  const source = personnelSources.find(({ section }) => section === key);
  return source !== undefined && source.table === undefined && !people.some(({ kind }) => kind === source.kind);
}

/** 其后经人员变更入职的一人，与其材料放进哪里；行的标识就是入职的案件（见 joinRoster）。 */
export interface JoinedSince {
  section: string;
  caseId: string;
  /** 名册里的一行；负责人的页签没有。 */
  rowId?: string;
  slots: Readonly<Record<string, string>>;
}

/** 上一次申请之后入职的人：不在那一次的页签里，内容与材料取自入职的案件。 */
export function joinedSince(key: string, data: SectionAnswers, people: readonly (EngagedPerson & { caseId: string })[]): JoinedSince[] {
  const source = personnelSources.find(({ section }) => section === key);
  if (!source) return [];
  const known = source.table === undefined ? [data] : rowsOf(data, source.table);
  const joined = people.filter((person) => person.kind === source.kind && !known.some((record) => sameNumber(record, person)));
  const rowOf = (detail: EngagedPerson["detail"]): string => textOf(detail, "rowId");
  return joined.filter(({ detail }) => source.table === undefined || rowOf(detail) !== "").map(({ kind, caseId, detail }) => ({
    section: key, caseId, slots: carriedSlots[kind], ...(source.table === undefined ? {} : { rowId: rowOf(detail) }),
  }));
}

/** 一个页签里全部行的标识，沿用的文件按它取舍。 */
export function rowIdsIn(data: SectionAnswers): string[] {
  return Object.values(data).flatMap((value) => (Array.isArray(value) ? value : [])).flatMap((item) => (item !== null && typeof item === "object" && !Array.isArray(item) && typeof item.rowId === "string" ? [item.rowId] : []));
}
