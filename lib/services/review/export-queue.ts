import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { listQueueRecords } from "@/lib/data/queue";
import { firstMisread } from "@/lib/forms/address-filters";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { writeReport } from "@/lib/integrations/spreadsheet/write-report";
import { scopeWithoutPeople } from "@/lib/licensing/queue-marks";
import { cutOf, misreadDays, QueueQuery } from "@/lib/licensing/queue-query";
import { queueCuts, stages } from "@/lib/licensing/stages";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type Exported, type ExportFormat, exportedAs } from "@/lib/services/evaluation/export-format";
import { moment } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { findMatches } from "./find-matches";
import type { QueueSearch } from "./list-queue";
import { queueRow } from "./queue-row";
import { authorisedStaff, orderOf, scopeOf } from "./queue-scope";

/** 一次至多导出这么多件；更多的请缩小筛选。 */
export const MOST_EXPORTED = 10_000;

const columns = ["编号", "企业", "统一社会信用代码", "业务", "标记", "申请内容", "许可证编号", "提交日期", "环节期限", "剩余工作日", "承诺期限", "法定期限", "状态", "承办人", "办结日期"];

const dayOf = (moment: Date | null): string => (moment ? shanghaiDate(moment) : "");

/** 导出现在的筛选；只有本机构的案件，不含企业人员的姓名与号码。导出留下审计。 */
export async function exportQueue(actor: Actor, search: QueueSearch, format: ExportFormat): Promise<Exported> {
  const staff = authorisedStaff(actor);
  const wrong = firstMisread(misreadDays(search));
  if (wrong !== undefined) throw new Refusal("invalid", wrong);
  const query = QueueQuery.parse(search);
  const cut = cutOf(query);
  const clock = await moment(db());
  const scope = scopeOf(query, cut, staff, clock, query.q ? await findMatches(staff.officeCode, query.q) : undefined);
  const found = await listQueueRecords(scope, { order: orderOf(cut), limit: MOST_EXPORTED + 1, today: clock.today });
  const rows = found.slice(0, MOST_EXPORTED).map((record) => {
    const row = queueRow(record, staff, clock);
    return [
      row.number, row.enterprise, record.uscc, row.business, row.marks.join("、"), scopeWithoutPeople(record), row.licenceNumber, dayOf(record.submittedAt), record.stageDueOn ?? "",
      row.due.word, record.promisedDueOn ?? "", record.statutoryDueOn ?? "", row.stateWord, row.holder, dayOf(record.finishedAt),
    ];
  });
  const count = rows.length;
  if (found.length > MOST_EXPORTED) rows.push([`只导出前 ${MOST_EXPORTED} 件，请缩小筛选再导出其余的`]);
  const title = `${query.stage ? stages[query.stage].label : "全部环节"}_${queueCuts[cut]}`;
  const bytes = format === "xlsx" ? await writeReport([{ title, columns, rows }]) : writeCsv(columns, rows);
  const used = Object.fromEntries(Object.entries({ ...query, cut }).filter(([, value]) => value !== undefined));
  await recordAudit(db(), { actor, action: "queue.export", subject: "Case", detail: { query: used, format, rows: count } });
  return exportedAs(format, `工作列表_${title}`, bytes);
}
