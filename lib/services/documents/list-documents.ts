import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { countUndelivered, listOfficeDocuments } from "@/lib/data/documents";
import { type RawDocumentFilter, readDocumentFilter } from "@/lib/licensing/documents/filter";
import type { DocumentPage } from "@/lib/licensing/documents/views";
import { today } from "@/lib/services/platform/clock";
import { addDays } from "@/lib/workflow/iso-date";
import { documentRow } from "./document-row";

const PAGE = 20;
/** 未送达的件数数到这里为止。 */
const CAP = 999;

/** 本机构的文书：未送达的等得久的在前，其余新的在前；键集分页，after 为上一页最后一份；未送达的件数随种类与日期，不随等了几日（那一格只在未送达时有，换视图就没有了）。 */
export async function listDocuments(actor: Actor, raw: RawDocumentFilter = {}, after?: string): Promise<DocumentPage> {
  const staff = requireStaff(actor);
  authorise(staff, "document.read", { officeCode: staff.officeCode });
  const [filter, day] = [readDocumentFilter(raw), await today()];
  const { days, until, state, ...rest } = filter;
  const shared = { ...rest, ...(until ? { until } : {}) };
  const latest = [until, days ? addDays(day, -days) : undefined].filter((date) => date !== undefined).toSorted()[0];
  const found = await listOfficeDocuments(db(), { officeCode: staff.officeCode, state, ...rest, ...(latest ? { until: latest } : {}) }, PAGE + 1, z.uuid().safeParse(after).data);
  const rows = found.slice(0, PAGE).map((row) => documentRow(row, row, staff, day));
  return { filter, rows, waiting: Math.min(CAP, await countUndelivered(db(), { officeCode: staff.officeCode, ...shared }, CAP)), ...(found.length > PAGE ? { next: rows.at(-1)?.id } : {}) };
}
