import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { percent } from "@/lib/evaluation/figures/indicators";
import { firstMisread } from "@/lib/forms/address-filters";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { type ReportSheet, writeReport } from "@/lib/integrations/spreadsheet/write-report";
import type { OutcomeCounts, Timing } from "@/lib/licensing/statistics/indicators";
import { endingsName, endingsReckoning } from "@/lib/licensing/statistics/ending-words";
import type { NamedCount, StatisticsQuery, StatisticsView, WorkloadView } from "@/lib/licensing/statistics/views";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type Exported, type ExportFormat, exportedAs } from "@/lib/services/evaluation/export-format";
import { applicationStates, finishedStates } from "@/lib/terms/states";
import { getCaseStatistics } from "./statistics";

type Cell = string | number;

/** 导出办理统计：与页面同一份数，口径写在末一张；CSV 各张依次写，第一列是张名。导出留下审计。 */
export async function exportCaseStatistics(actor: Actor, query: StatisticsQuery, format: ExportFormat): Promise<Exported> {
  const view = await getCaseStatistics(actor, query);
  const wrong = firstMisread(view.asked.misread);
  if (wrong !== undefined) throw new Refusal("invalid", wrong);
  const sheets = sheetsOf(view);
  const bytes = format === "xlsx" ? await writeReport(sheets) : writeCsv(["分组"], sheets.flatMap(({ title, columns, rows }) => [columns, ...rows].map((row) => [title, ...row])));
  await recordAudit(db(), { actor, action: "statistics.export", subject: "Case", detail: { period: view.period.key, from: view.period.from, to: view.period.to, office: view.office?.code ?? "", business: view.business, format } });
  return exportedAs(format, `办理统计_${view.office?.name ?? "全部单位"}_${view.periodWords}`, bytes);
}

const outcomeColumns = finishedStates.map((state) => applicationStates[state]);
const outcomeCells = (outcomes: OutcomeCounts): Cell[] => finishedStates.map((state) => outcomes[state]);
const timingColumns = ["作出决定", "承诺期限内", "超承诺", "承诺期限内占比", "法定期限内", "超法定", "法定期限内占比", "用时中位数（工作日）", "九成不超过（工作日）", "最长（工作日）"];
const timingCells = ({ decided, promised, statutory, median, ninety, longest }: Timing): Cell[] => [
  decided, promised.part, promised.whole - promised.part, percent(promised), statutory.part, statutory.whole - statutory.part, percent(statutory), median ?? "", ninety ?? "", longest ?? "",
];

function sheetsOf(view: StatisticsView): ReportSheet[] {
  const { months, businesses, running, returns, workload } = view;
  const named = (title: string, head: string, rows: readonly NamedCount[]): ReportSheet => ({ title, columns: [head, "条数"], rows: rows.map(({ word, count }) => [word, count]) });
  return [
    {
      title: "总计", columns: ["范围", "提交", ...outcomeColumns, "现在在办", "其中逾期", "其中未领取", "退回意见", "退回的案件", ...timingColumns],
      rows: [[scopeWords(view), view.received, ...outcomeCells(view.outcomes), running.reduce((sum, { count }) => sum + count, 0), view.overdue, view.unclaimed, returns.remarks, returns.cases, ...timingCells(view.timing)]],
    },
    { title: "按月", columns: ["月份", "提交", ...outcomeColumns, ...timingColumns], rows: months.map(({ word, received, outcomes, timing }) => [word, received, ...outcomeCells(outcomes), ...timingCells(timing)]) },
    {
      title: "按业务", columns: ["业务", "提交", ...outcomeColumns, ...running.map(({ word }) => `现在${word}`), "其中逾期", ...timingColumns],
      rows: businesses.map((row) => [row.word, row.received, ...outcomeCells(row.outcomes), ...row.running.map(({ count }) => count), row.overdue, ...timingCells(row.timing)]),
    },
    {
      title: endingsName, columns: ["结果", "件数", "用时中位数（工作日）", "九成不超过（工作日）", "最长（工作日）"],
      rows: view.endings.map(({ state, count, median, ninety, longest }) => [applicationStates[state], count, median ?? "", ninety ?? "", longest ?? ""]),
    },
    named("退回最多的地方", "页签与材料", returns.places), named("用得最多的意见", "意见", returns.phrases),
    ...(workload ? [peopleSheet(workload)] : []), { title: "口径", columns: ["指标", "算法"], rows: reckoning },
  ];
}

const scopeWords = ({ office, periodWords, business, businessChoices }: StatisticsView): string =>
  [office?.name ?? "全部单位", periodWords, ...businessChoices.filter(({ code }) => code === business).map(({ word }) => word)].join(" ");

const peopleSheet = ({ actions, people }: WorkloadView): ReportSheet => ({
  title: "各人办理", columns: ["姓名", "岗位", "现在承办", "其中逾期", "经手案件", ...actions.map(({ word }) => word), "合计（次）"],
  rows: people.map((person) => [person.name, person.posts, person.held, person.overdue, person.cases, ...actions.map(({ action }) => person.handled[action] ?? 0), person.total]),
});

const reckoning: readonly (readonly [name: string, formula: string])[] = [
  ["提交", "最近一次提交在期间内的案件；草稿不计"],
  ["办结", "期间内办结的案件，按结果；废弃的不计"],
  ["现在在办", "导出时的件数，不随期间"],
  ["用时", "准予与不予许可的案件，受理次日起至决定之日的工作日，停表的不计"],
  [endingsName, endingsReckoning],
  ["期限内", "决定之日不晚于承诺（法定）期限；期限随停表顺延，随批准的延长而延长"],
  ["中位数、九成不超过", "由短到长数到一半、九成的那一件的用时"],
  ["退回意见", "期间内发给企业的意见；一件案件可有多条"],
  ["经手案件", "此人办过其中任一动作的案件，一件只数一次"],
];
