import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { closeTodos } from "@/lib/data/communication";
import { now } from "@/lib/services/platform/clock";
import { detailOf } from "./follow-up-view";
import { lockTask, noteOnCase, settleTask } from "./lock-task";

export const ReportRectificationInput = z.object({
  followUpId: z.uuid(),
  revision: z.int().positive(),
  report: z.string().trim().min(1, "请写明整改的情况").max(1000, "整改情况最多 1000 个字"),
});
export type ReportRectificationInput = z.infer<typeof ReportRectificationInput>;

/** 【报告整改完成】：写明怎样整改的，等审查岗复核；逾期的也可以报告，是否接受由审查岗定。 */
export async function reportRectification(actor: Actor, { followUpId, revision, report }: ReportRectificationInput): Promise<void> {
  const enterprise = requireEnterprise(actor);
  await transaction(async (tx) => {
    const record = await lockTask(tx, followUpId, ["rectification"]);
    authorise(actor, "application.submit", { enterpriseId: record.enterpriseId }, "这件任务");
    if (record.state !== "open" || record.revision !== revision) throw new Refusal("conflict", "这件任务已有变动，请刷新后再看");
    const suppliedAt = (await now(tx)).toISOString();
    await settleTask(tx, actor, record, "followUp.report", { state: "supplied", detail: { ...detailOf(record), report, suppliedAt, suppliedBy: enterprise.name } });
    await closeTodos(tx, record.caseId, ["rectification"]);
    await noteOnCase(tx, actor, record, "rectificationReported", "enterprise", report);
  });
}
