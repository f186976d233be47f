import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { listReceivedRatings } from "@/lib/data/received-ratings";
import { readReceived, type ReceivedQuery } from "@/lib/evaluation/received";
import { firstMisread } from "@/lib/forms/address-filters";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { writeReport } from "@/lib/integrations/spreadsheet/write-report";
import { getOffice } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { shanghaiMoment } from "@/lib/workflow/iso-date";
import { type Exported, type ExportFormat, exportedAs } from "./export-format";
import { receivedRow, receivedScope } from "./list-evaluations";

/** 一次至多导出这么多条；更多的请缩短期间。 */
export const MOST_EXPORTED = 10_000;

const columns = ["时间", "编号或服务点", "事项", "渠道", "评价", "星级", "详情", "文字评价", "评价人", "是否计入", "差评办理"];

/** 导出收到的评价：手机号不在其中，姓名遮盖；筛选与列表相同。导出留下审计。 */
export async function exportReceived(actor: Actor, query: ReceivedQuery, format: ExportFormat): Promise<Exported> {
  const { filter, misread } = readReceived(query);
  const scope = receivedScope(actor, filter);
  const wrong = firstMisread(misread);
  if (wrong !== undefined) throw new Refusal("invalid", wrong);
  const found = await listReceivedRatings(db(), scope, undefined, MOST_EXPORTED + 1);
  const rows = found.slice(0, MOST_EXPORTED).map(receivedRow).map((row) => [
    shanghaiMoment(new Date(row.at)), row.number, row.business, row.channelWord, row.word, row.level, row.options.join("、"), row.comment, row.rater, row.excluded ? "复核后不计入" : "计入", row.handling?.word ?? "",
  ]);
  if (found.length > MOST_EXPORTED) rows.push([`只导出最近的 ${MOST_EXPORTED} 条，请缩短期间再导出其余的`]);
  const bytes = format === "xlsx" ? await writeReport([{ title: "收到的评价", columns, rows }]) : writeCsv(columns, rows);
  await recordAudit(db(), { actor, action: "evaluation.exportReceived", subject: "Evaluation", detail: { ...query, format, rows: rows.length } });
  return exportedAs(format, `收到的评价_${getOffice(scope.officeCode).name}`, bytes);
}
