import "server-only";
import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { type ExpiringLicence, type ExpiryFilter, listExpiringLicences } from "@/lib/data/licence-expiry";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { writeReport } from "@/lib/integrations/spreadsheet/write-report";
import { type ExpiryCut, expiryCuts, expiryDays, type ExpiryRow, type RenewalFilter, renewalFilters } from "@/lib/licensing/expiry-views";
import { renewalWindow } from "@/lib/licensing/licence/validity";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type Exported, type ExportFormat, exportedAs } from "@/lib/services/evaluation/export-format";
import { today } from "@/lib/services/platform/clock";
import { addDays, daysBetween } from "@/lib/workflow/iso-date";

const PAGE = 30;
const MOST = 10_000;
/** 已届满的往回看这么久，再早的到许可证页查。 */
const EXPIRED_DAYS = 365;

export interface ExpiryQuery {
  cut?: ExpiryCut;
  renewing?: RenewalFilter;
  /** 上一页给出的 next。 */
  after?: string;
}

/** 本机构将届满、已届满的许可证，先届满的在前；注销、撤销的不在内。 */
export async function listExpiring(actor: Actor, query: ExpiryQuery = {}): Promise<{ rows: ExpiryRow[]; next?: string }> {
  const staff = readerOf(actor);
  const now = await today(db());
  const found = await listExpiringLicences(db(), filterOf(staff, query, now), PAGE + 1, cursorOf(query.after));
  const rows = found.slice(0, PAGE).map((row) => rowOf(row, now));
  const last = rows.at(-1);
  return found.length > PAGE && last ? { rows, next: `${last.validTo}_${last.id}` } : { rows };
}

const columns = ["许可证编号", "持证单位", "统一社会信用代码", "类别和等级", "有效期至", "还有几天", "延续最迟提交", "在办的延续"];

/** 导出现在的筛选；留下审计。 */
export async function exportExpiring(actor: Actor, query: Omit<ExpiryQuery, "after">, format: ExportFormat): Promise<Exported> {
  const staff = readerOf(actor);
  const now = await today(db());
  const found = await listExpiringLicences(db(), filterOf(staff, query, now), MOST + 1);
  const rows = found.slice(0, MOST).map((licence) => {
    const { number, holder, uscc, scopeText, validTo, daysLeft, renewBy, renewalNumber } = rowOf(licence, now);
    return [number, holder, uscc, scopeText, validTo, String(daysLeft), renewBy, renewalNumber];
  });
  if (found.length > MOST) rows.push([`只导出前 ${MOST} 件，请缩小筛选再导出其余的`]);
  const title = `${expiryCuts[query.cut ?? "days90"]}${query.renewing ? `_${renewalFilters[query.renewing]}` : ""}`;
  const bytes = format === "xlsx" ? await writeReport([{ title, columns, rows }]) : writeCsv(columns, rows);
  await recordAudit(db(), { actor, action: "licence.exportExpiring", subject: "Licence", detail: { state: query.cut ?? "days90", format, rows: Math.min(found.length, MOST) } });
  return exportedAs(format, `许可证届满_${title}`, bytes);
}

function readerOf(actor: Actor): StaffActor {
  const staff = requireStaff(actor);
  authorise(staff, "licence.read", { officeCode: staff.officeCode });
  return staff;
}

function filterOf({ officeCode }: StaffActor, { cut = "days90", renewing }: ExpiryQuery, now: string): ExpiryFilter {
  const span = cut === "expired" ? { from: addDays(now, -EXPIRED_DAYS), to: addDays(now, -1) } : { from: now, to: addDays(now, expiryDays[cut]) };
  return { officeCode, ...span, ...(renewing ? { renewing: renewing === "running" } : {}) };
}

function rowOf({ renewalId, renewalNumber, ...licence }: ExpiringLicence, now: string): ExpiryRow {
  const { closesOn } = renewalWindow(licence.validTo);
  return { ...licence, daysLeft: daysBetween(now, licence.validTo), renewalId: renewalId ?? "", renewalNumber: renewalNumber ?? "", renewBy: closesOn, tooLate: closesOn < now };
}

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function cursorOf(after: string | undefined): { dueOn: string; id: string } | undefined {
  const [dueOn, id] = typeof after === "string" ? after.split("_") : [];
  return z.iso.date().safeParse(dueOn).success && z.uuid().safeParse(id).success ? { dueOn: dueOn ?? "", id: id ?? "" } : undefined;
}
