import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { writeReport } from "@/lib/integrations/spreadsheet/write-report";
import { followUpCuts } from "@/lib/licensing/follow-up-views";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type Exported, type ExportFormat, exportedAs } from "@/lib/services/evaluation/export-format";
import { followUpKinds } from "@/lib/terms/follow-ups";
import { type FollowUpQuery, tasksToExport } from "./list-follow-ups";

/** 一次至多导出这么多件。 */
const MOST = 10_000;

const columns = ["企业", "种类", "申请编号", "业务", "标记", "许可证编号", "要办的事", "期限", "还有几天", "状态"];

/** 导出现在的筛选：本机构的后续任务，先到期的在前；留下审计。 */
export async function exportFollowUps(actor: Actor, query: Omit<FollowUpQuery, "after">, format: ExportFormat): Promise<Exported> {
  const staff = requireStaff(actor);
  authorise(staff, "followUp.read", { officeCode: staff.officeCode });
  const found = await tasksToExport(staff.officeCode, query, MOST + 1);
  const rows = found.slice(0, MOST).map((row) => [row.enterprise, row.kindWord, row.number, row.business, row.mark, row.licenceNumber, row.task, row.dueOn, row.dueText, row.stateWord]);
  const count = rows.length;
  if (found.length > MOST) rows.push([`只导出前 ${MOST} 件，请缩小筛选再导出其余的`]);
  const title = `${query.kind ? followUpKinds[query.kind] : "后续任务"}_${followUpCuts[query.cut ?? "running"]}`;
  const bytes = format === "xlsx" ? await writeReport([{ title, columns, rows }]) : writeCsv(columns, rows);
  await recordAudit(db(), { actor, action: "followUp.export", subject: "FollowUp", detail: { ...(query.kind ? { kind: query.kind } : {}), state: query.cut ?? "running", format, rows: count } });
  return exportedAs(format, title, bytes);
}
