import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { findCaseForCode, listFinishedCases } from "@/lib/data/evaluation-code-lists";
import { ensureMatterCode } from "@/lib/data/evaluation-codes";
import type { FinishedCasePage, FinishedCaseRow } from "@/lib/evaluation/code-views";
import { matterExpiry } from "@/lib/evaluation/codes";
import { RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import { searchText } from "@/lib/forms/plain-text";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now } from "@/lib/services/platform/clock";
import { addDays, shanghaiDate } from "@/lib/workflow/iso-date";
import { businessWord } from "../open-rating";

const PAGE = 10;
const MOST_PAGES = 50;

/** 为什么不能再评；能评的为 undefined。 */
function closedReason(rated: boolean, finishedAt: Date, at: Date): string | undefined {
  if (rated) return "已评价";
  return matterExpiry(shanghaiDate(finishedAt)) <= at ? `办结已超过 ${RATING_WINDOW_DAYS} 天` : undefined;
}

export const GenerateMatterCodeInput = z.object({ caseId: z.uuid() });

/**
 * 给一件办结的申请生成一事一评码；已有有效的得到同一个，同时点的也一样。
 * @throws Refusal notFound 没有、属于别的机构、没有提交过；conflict 没有办结、已评价、评价期已过
 */
export async function generateMatterCode(actor: Actor, { caseId }: z.infer<typeof GenerateMatterCodeInput>): Promise<{ id: string; created: boolean }> {
  const { accountId } = requireStaff(actor);
  return transaction(async (tx) => {
    const found = await findCaseForCode(tx, caseId);
    authorise(actor, "evaluation.codes");
    if (!found?.submittedAt) throw notFound("这件申请");
    authorise(actor, "evaluation.codes", { officeCode: found.officeCode }, "这件申请");
    if (!found.finishedAt) throw new Refusal("conflict", "这件申请还没有办结，办结后才能生成二维码");
    const closed = closedReason(found.evaluation !== null, found.finishedAt, await now(tx));
    if (closed) throw new Refusal("conflict", `这件申请${closed}，不能再生成二维码`);
    const code = await ensureMatterCode(tx, { id: randomUUID(), caseId, officeCode: found.officeCode, createdById: accountId, expiresAt: matterExpiry(shanghaiDate(found.finishedAt)) });
    if (!code) throw new Refusal("conflict", "这件申请的二维码刚被撤销，请再点一次");
    if (code.created) await recordAudit(tx, { actor, action: "evaluation.generateCodes", subject: "EvaluationCode", subjectId: code.id, detail: { kind: "matter", number: found.number } });
    return code;
  });
}

/** 本机构办结的申请：写了字的按编号、企业名称查，没写的列出评价期内还没有评价的。 */
export async function listFinishedForCodes(actor: Actor, { q, page: asked }: { q?: string; page?: string } = {}): Promise<FinishedCasePage> {
  const { officeCode } = requireStaff(actor);
  authorise(actor, "evaluation.codes", { officeCode });
  const [text, at] = [searchText(q), await now()];
  const page = Math.min(MOST_PAGES, Math.max(1, Number.parseInt(searchText(asked), 10) || 1));
  const since = new Date(`${addDays(shanghaiDate(at), -RATING_WINDOW_DAYS)}T00:00:00+08:00`);
  const found = await listFinishedCases(db(), { officeCode, ...(text ? { q: text } : { since }), take: PAGE + 1, skip: (page - 1) * PAGE });
  return { rows: found.slice(0, PAGE).map((record) => asRow(record, at)), page, more: found.length > PAGE && page < MOST_PAGES };
}

function asRow(record: Awaited<ReturnType<typeof listFinishedCases>>[number], at: Date): FinishedCaseRow {
  const { id, number, enterprise, application, evaluation, evaluationCodes } = record;
  const finishedAt = record.finishedAt ?? at;
  const closedBecause = closedReason(evaluation !== null, finishedAt, at);
  const [live] = evaluationCodes;
  return {
    id, number, enterprise: enterprise.name, business: businessWord(application?.business), finishedAt: finishedAt.toISOString(),
    ...(live ? { codeId: live.id } : {}),
    ...(closedBecause ? { closedBecause } : {}),
  };
}
