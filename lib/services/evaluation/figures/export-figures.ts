import "server-only";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import type { Indicators } from "@/lib/evaluation/figures/indicators";
import { indicatorText, indicatorWords } from "@/lib/evaluation/figures/indicator-words";
import type { FiguresOf, FiguresQuery, FiguresView } from "@/lib/evaluation/figures/views";
import { getRatingLevel } from "@/lib/evaluation/options";
import { firstMisread } from "@/lib/forms/address-filters";
import { writeCsv } from "@/lib/integrations/spreadsheet/write-csv";
import { type ReportSheet, writeReport } from "@/lib/integrations/spreadsheet/write-report";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type Exported, type ExportFormat, exportedAs } from "../export-format";
import { readFigures } from "./read-figures";

/** 导出统计：与页面同一份数，口径写在末一张。导出留下审计。 */
export async function exportFigures(actor: Actor, query: FiguresQuery, format: ExportFormat): Promise<Exported> {
  const view = await readFigures(actor, query);
  const wrong = firstMisread(view.asked.misread);
  if (wrong !== undefined) throw new Refusal("invalid", wrong);
  const cuts = figureSheets(view);
  const bytes = format === "xlsx" ? await writeReport([...cuts, ...otherSheets(view)]) : writeCsv(["分组", ...figureColumns(view)], cuts.flatMap(({ title, rows }) => rows.map((row) => [title, ...row])));
  await recordAudit(db(), { actor, action: "evaluation.exportFigures", subject: "Evaluation", detail: { ...query, format } });
  return exportedAs(format, `好差评统计_${view.office?.name ?? "全部单位"}_${view.periodWords}`, bytes);
}

const figureColumns = ({ satisfiedFrom, total }: FiguresView): string[] => [
  "名称", "办结件数", "收到评价", "有效评价", "不计入", ...total.levels.map(({ level }) => getRatingLevel(level).word), ...indicatorWords(satisfiedFrom).map(({ name }) => name),
];

/** 每种分法一张，栏目都相同。 */
function figureSheets(view: FiguresView): ReportSheet[] {
  const words = indicatorWords(view.satisfiedFrom);
  const line = (word: string, indicators: Indicators): (string | number)[] => [
    word, indicators.participation.whole, indicators.received, indicators.valid, indicators.excluded, ...indicators.levels.map(({ count }) => count), ...words.map(({ key }) => indicatorText(indicators, key)),
  ];
  const cut = (title: string, groups: readonly Pick<FiguresOf, "word" | "indicators">[]): ReportSheet => ({ title, columns: figureColumns(view), rows: groups.map(({ word, indicators }) => line(word, indicators)) });
  return [
    cut("总计", [{ word: `${view.office?.name ?? "全部单位"} ${view.periodWords}`, indicators: view.total }]), cut("按月", view.months), cut("按事项", view.matters),
    ...(view.offices.length > 0 ? [cut("按单位", view.offices)] : []), cut("按渠道", view.channels),
  ];
}

const otherSheets = ({ options, satisfiedFrom }: FiguresView): ReportSheet[] => [
  { title: "提到最多的详情", columns: ["评价详情", "代码", "等级", "条数"], rows: options.map(({ text, code, level, count }) => [text, code, getRatingLevel(level).word, count]) },
  { title: "口径", columns: ["指标", "算法"], rows: indicatorWords(satisfiedFrom).map(({ name, formula }) => [name, formula]) },
];
