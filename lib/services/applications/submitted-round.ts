import "server-only";
import type { Readable } from "node:stream";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findSubmittedRound, listStorageKeys, type SubmittedRoundRow } from "@/lib/data/submissions";
import type { SummarySection } from "@/lib/forms/summary";
import { zipStream } from "@/lib/integrations/archive/zip";
import { roundPdf } from "@/lib/integrations/pdf/round-summary";
import { objectStorage } from "@/lib/integrations/storage";
import { maskFactChanges, maskSummary } from "@/lib/licensing/masked-summary";
import { packedFiles, type RoundDocument, roundDocument } from "@/lib/licensing/round-document";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { atMost } from "@/lib/services/platform/at-most";
import { changesIn, summaryIn } from "@/lib/services/review/snapshot";
import { procedures } from "@/lib/terms/application";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiMoment } from "@/lib/workflow/iso-date";
import { suppliedSections } from "./supplied-sections";

/** 画一份要处理器时间：一份一份地画。 */
const drawing = atMost(1, 20);

export interface Download {
  name: string;
  stream: Readable;
}

/**
 * 某一轮提交的全部内容（PDF），以后任何时候都能下载；内网看到的号码遮盖，每次下载记入审计。
 * @throws Refusal notFound 没有这份申请、这一轮，或属于别家、别的机构
 */
export async function printRound(actor: Actor, applicationId: string, round: string): Promise<Download> {
  const found = await readableRound(actor, applicationId, round);
  const { stream, draw } = roundPdf(documentOf(actor, found, await summaryOfRound(found)));
  await record(actor, found, "submission.print");
  void drawing(draw).catch((error: Error) => stream.destroy(error));
  return { name: `${nameOf(found)}.pdf`, stream };
}

/**
 * 某一轮提交的全部附件（zip），按页签、行、材料归类；提交过的附件去掉之后也还在包里。
 * @throws Refusal notFound 同上；conflict 这一轮没有附件
 */
export async function packRound(actor: Actor, applicationId: string, round: string): Promise<Download> {
  const found = await readableRound(actor, applicationId, round);
  const files = packedFiles(await summaryOfRound(found));
  if (files.length === 0) throw new Refusal("conflict", "这一次提交没有附件");
  const keys = await listStorageKeys(db(), found.applicationId, files.map(({ id }) => id));
  const storage = objectStorage();
  const entries = files.map(({ id, path }) => ({ path, open: () => storage.get(keys.get(id) ?? "") }));
  await record(actor, found, "submission.download");
  return { name: `${nameOf(found)}附件.zip`, stream: zipStream(entries, found.submittedAt) };
}

const Round = z.string().regex(/^[1-9]\d{0,4}$/);

async function readableRound(actor: Actor, applicationId: string, round: string): Promise<SubmittedRoundRow> {
  if (actor.kind === "public") throw new Refusal("unauthenticated", "请先登录");
  const known = z.uuid().safeParse(applicationId).success && Round.safeParse(round).success;
  const found = known ? await findSubmittedRound(db(), applicationId, Number(round)) : undefined;
  if (!found) throw notFound("这一次提交");
  authorise(actor, "application.read", actor.kind === "staff" ? { officeCode: found.officeCode } : { enterpriseId: found.enterpriseId }, "这一次提交");
  return found;
}

const nameOf = ({ number, round }: SubmittedRoundRow): string => `${number}第${round}次提交`;

/** 冻结的内容；最后一次提交之后补齐了容缺材料的，列在末尾。 */
const summaryOfRound = async (found: SubmittedRoundRow): Promise<SummarySection[]> => [...summaryIn(found.summary), ...(found.last ? await suppliedSections(found.applicationId) : [])];

function documentOf(actor: Actor, found: SubmittedRoundRow, summary: SummarySection[]): RoundDocument {
  const changes = changesIn(found.changes);
  const masked = actor.kind === "staff";
  const submittedAt = shanghaiMoment(found.submittedAt);
  return roundDocument({
    label: wordOf(businesses, found.business), round: found.round, number: found.number, submittedAt,
    facts: [
      { label: "申请编号", value: found.number }, { label: "申请单位", value: found.holderName }, { label: "统一社会信用代码", value: found.uscc },
      { label: "申请内容", value: found.scopeText || wordOf(businesses, found.business) }, { label: "办理方式", value: wordOf(procedures, found.procedure) },
      { label: "受理机关", value: found.officeName }, { label: "提交", value: `第 ${found.round} 次，${submittedAt}，${found.submittedBy}` },
      { label: "条件标准", value: getRuleSet(found.ruleSetId).title },
    ],
    changes: masked ? maskFactChanges(changes) : changes,
    summary: masked ? maskSummary(summary) : summary,
  });
}

async function record(actor: Actor, { applicationId, round }: SubmittedRoundRow, action: string): Promise<void> {
  await recordAudit(db(), { actor, action, subject: "Case", subjectId: applicationId, detail: { round } });
}
