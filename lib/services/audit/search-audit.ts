import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { maskNumbers } from "@/lib/audit/mask";
import { type AuditQuery, isPersonal } from "@/lib/audit/query";
import type { AuditDetails, AuditRow, ChainState } from "@/lib/audit/views";
import { type AuditCursor, type AuditFilter, findAuditEntry, type FoundEntry, listAccountIdsNamed, listAuditEntries, listSubjectIdsOf, listSubjectLabels } from "@/lib/data/audit-search";
import { countPending, findLastSeal, findSealOf } from "@/lib/data/audit-seals";
import { type Db, db, sql } from "@/lib/data/client";
import { auditActions, auditAudiences, auditSubjects } from "@/lib/terms/audit";
import { wordOf } from "@/lib/terms/option-map";
import { addDays } from "@/lib/workflow/iso-date";
import { headOf } from "./chain";
import { describeEntry, type SubjectLabels, summariseEntry } from "./describe-entry";
import { isBag } from "./detail-words";
import { codesNamed, isRecordId, nameSubject } from "./name-subject";
import { recordAudit } from "./record-audit";

const PAGE = 30;
/** 一个姓名、一个代码至多带出这么多个。 */
const MOST_IDS = 500;
/** 待封存的数到这里为止。 */
const MOST_WAITING = 10_000;

/** 审计的一页，新的在前；只给审计员。按人、按编号、按来源查的，查找本身也记入审计。 */
export async function listAudit(actor: Actor, query: AuditQuery = {}, after?: string): Promise<{ rows: AuditRow[]; next?: string }> {
  authorise(actor, "audit.read");
  const cursor = cursorOf(after);
  if (isPersonal(query) && !cursor) await recordAudit(db(), { actor, action: "audit.search", subject: "Audit", detail: noted(query) });
  const found = await listAuditEntries(db(), await filterOf(db(), query), PAGE + 1, cursor);
  const shown = found.slice(0, PAGE);
  const rows = await rowsOf(shown);
  const last = shown.at(-1);
  return found.length > PAGE && last ? { rows, next: `${last.at.toISOString()}_${last.id}` } : { rows };
}

/** 一条审计的全部：逐项说清改前改后，与它在链上的位置。 */
export async function getAuditEntry(actor: Actor, id: string): Promise<AuditDetails> {
  authorise(actor, "audit.read");
  const found = z.uuid().safeParse(id).success ? await findAuditEntry(db(), id) : null;
  if (!found) throw notFound("这条审计");
  const labels = await labelsOf([found]);
  const seal = await findSealOf(sql(), id);
  const { summary: _summary, ...row } = rowOf(found, labels);
  return {
    ...row,
    facts: describeEntry(found, labels),
    ...(seal ? { seal: { seq: seal.seq, sealedAt: seal.sealedAt.toISOString(), entryHash: seal.entryHash, chainHash: seal.chainHash } } : {}),
  };
}

/** 链首与还没有封存的条数。 */
export async function getChainState(actor: Actor): Promise<ChainState> {
  authorise(actor, "audit.read");
  const [last, waiting] = [await findLastSeal(sql()), await countPending(sql(), MOST_WAITING)];
  return { waiting, ...(last ? { head: headOf(last), sealedAt: last.sealedAt.toISOString() } : {}) };
}

/** 记下查了什么；查的若是号码，同样遮盖。 */
export const noted = (query: AuditQuery): Record<string, string> => Object.fromEntries(Object.entries(query).map(([key, text]) => [key, maskNumbers(text)]));

/** 姓名、编号换成标识；日期按北京时间的一整天。 */
export async function filterOf(database: Db, { since, until, person, action, subject, id, address }: AuditQuery): Promise<AuditFilter> {
  return {
    ...(since ? { from: new Date(`${since}T00:00:00+08:00`) } : {}),
    ...(until ? { before: new Date(`${addDays(until, 1)}T00:00:00+08:00`) } : {}),
    ...(action ? { action } : {}),
    ...(subject ? { subject } : {}),
    ...(address ? { address } : {}),
    ...(id ? { subjectIds: [...new Set([id, id.toUpperCase(), ...codesNamed(id), ...(await listSubjectIdsOf(database, id, MOST_IDS))])] } : {}),
    ...(person ? await personIn(database, person) : {}),
  };
}

const sides: Readonly<Record<string, string>> = { [auditAudiences.public]: "public", [auditAudiences.system]: "system" };

async function personIn(database: Db, person: string): Promise<Pick<AuditFilter, "audience" | "actorIds">> {
  const side = sides[person];
  return side ? { audience: side } : { actorIds: await listAccountIdsNamed(database, person, MOST_IDS) };
}

/** 这些审计提到的记录叫什么。 */
export async function labelsOf(entries: readonly FoundEntry[]): Promise<SubjectLabels> {
  const inside = (detail: unknown): unknown[] => (isBag(detail) ? Object.values(detail) : []);
  const mentioned = entries.flatMap(({ subjectId, detail }) => [subjectId, ...inside(detail), ...(isBag(detail) ? inside(detail.query) : [])]);
  return listSubjectLabels(db(), [...new Set(mentioned.filter(isRecordId))]);
}

async function rowsOf(entries: readonly FoundEntry[]): Promise<AuditRow[]> {
  const labels = await labelsOf(entries);
  return entries.map((entry) => rowOf(entry, labels));
}

/** 一条审计说成列表里的样子。 */
export function rowOf(entry: FoundEntry, labels: SubjectLabels): AuditRow {
  const { id, at, actorName, audience, action, subject, address } = entry;
  return {
    id,
    at: at.toISOString(),
    who: actorName,
    side: wordOf(auditAudiences, audience),
    action: wordOf(auditActions, action),
    subject: wordOf(auditSubjects, subject),
    about: maskNumbers(nameSubject(entry, labels)),
    address: address ?? "",
    summary: summariseEntry(describeEntry(entry, labels)),
  };
}

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function cursorOf(after: string | undefined): AuditCursor | undefined {
  const [at, id] = typeof after === "string" ? after.split("_") : [];
  const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at ?? "") ? new Date(at ?? "") : undefined;
  return moment && !Number.isNaN(moment.getTime()) && isRecordId(id) ? { at: moment, id } : undefined;
}
