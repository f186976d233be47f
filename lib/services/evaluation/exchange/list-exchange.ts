import "server-only";
import { Refusal } from "@/lib/access/refusal";
import { type ExchangeRow, listChangedEvaluations } from "@/lib/data/evaluation-exchange";
import { readCursor, writeCursor } from "@/lib/evaluation/exchange/cursor";
import { type ExchangePage, type ExchangeRecord, PAGE_SIZE } from "@/lib/evaluation/exchange/record";
import { matterWord } from "@/lib/evaluation/matters";
import { maskRaterName } from "@/lib/evaluation/views";
import { wordOf } from "@/lib/terms/option-map";
import { portalName } from "@/lib/terms/portal";
import { applicationStates } from "@/lib/terms/states";

/** 从所问之处起的一页；没有新的时给回同一个起点。 */
export async function listExchange(parameters: URLSearchParams): Promise<ExchangePage> {
  const place = readCursor(parameters.get("cursor"));
  const size = sizeAsked(parameters.get("limit"));
  if (!place) throw new Refusal("invalid", "请原样带回上一页给的 cursor");
  const rows = await listChangedEvaluations(place, size + 1);
  const page = rows.slice(0, size);
  return { records: page.map(recordOf), cursor: writeCursor(page.at(-1) ?? place), more: rows.length > size };
}

function sizeAsked(limit: string | null): number {
  if (limit === null) return PAGE_SIZE.usual;
  const size = Number(limit);
  if (!/^\d{1,4}$/.test(limit) || size < 1 || size > PAGE_SIZE.most) throw new Refusal("invalid", `请将 limit 填写为 1 至 ${PAGE_SIZE.most}`);
  return size;
}

const written = (at: Date | null): string | null => at?.toISOString() ?? null;

function recordOf(row: ExchangeRow): ExchangeRecord {
  const known = row.caseNumber !== null;
  return {
    id: row.id, projectNo: row.caseNumber ?? row.id, serviceNumber: 1, serviceName: row.serviceName ?? matterWord(row.matter),
    serviceTime: written(known ? row.finishedAt : row.createdAt), taskCode: row.matter, taskName: matterWord(row.matter),
    proStatus: row.caseState === null ? "已办结" : wordOf(applicationStates, row.caseState), proDepart: row.officeName,
    userName: row.enterprise ?? maskRaterName(row.raterName), userProp: known ? "2" : "9", userPageType: known ? "uscc" : "none",
    pf: row.channel, satisfaction: row.level, evalDetail: row.options.join(","), writingEvaluation: row.comment ?? "", assessTime: row.createdAt.toISOString(), assessNumber: 1,
    acceptDate: written(row.submittedAt), resultDate: written(row.finishedAt), promisetime: row.promisedDueOn, dataSource: portalName, isdefault: "0",
    effectivEvalua: row.excludedAt ? "0" : "1", appstatus: row.appeal ?? "none", answerStatus: row.answeredAt ? "1" : "0", rectification: rectificationOf(row),
    flag: row.excludedAt ? "D" : row.isNew ? "I" : "U",
  };
}

function rectificationOf({ rectifiedAt, rectifyDueOn, excludedAt }: ExchangeRow): ExchangeRecord["rectification"] {
  if (rectifiedAt) return "rectified";
  return rectifyDueOn === null || excludedAt ? "none" : "rectifying";
}
