import { licensingWorkflow } from "@/lib/licensing/workflow";
import { procedures } from "@/lib/terms/application";
import { wordOf } from "@/lib/terms/option-map";
import { enterpriseRoles, staffRoles, systemRoles } from "@/lib/terms/roles";
import { applicationStates } from "@/lib/terms/states";
import type { ClockEffect, Need } from "@/lib/workflow/transition";
import { page, tableOf } from "./markdown";

const needs: Record<Need, string> = { reason: "理由", article: "法律依据", opinion: "意见", remarks: "至少一条须修改的意见", noMustRemarks: "没有未解决的须修改意见" };
const clocks: Record<ClockEffect, string> = { intake: "起算受理期限", decision: "起算办结期限", pause: "停表", suspend: "停表", resume: "复表", extend: "延长办结期限", stop: "结束" };
const roleWords = { ...staffRoles, ...enterpriseRoles, ...systemRoles };
/** only 一栏的字：办理路径、办理方式与延长期限。 */
const onlyWords = { full: "一般路径", short: "不经复审", extendable: "没有延长过期限", extensionAsked: "已申请延长期限", ...procedures };
const actionWords = Object.fromEntries(licensingWorkflow.map((row) => [row.action, row.label]));

/** 流程表：谁在什么状态能做什么。 */
export function workflowPage(): string {
  const rows = licensingWorkflow.map((row) => [
    row.from.map((state) => applicationStates[state]).join("、"), row.label, row.roles.map((role) => wordOf(roleWords, role)).join("、"), row.to === "same" ? "不变" : applicationStates[row.to],
    (row.needs ?? []).map((need) => needs[need]).join("、"), row.clock ? clocks[row.clock] : "", (row.notBy ?? []).map((action) => actionWords[action] ?? action).join("、"), (row.only ?? []).map((tag) => wordOf(onlyWords, tag)).join("、"),
  ]);
  return page("许可案件的流程", "lib/licensing/workflow.ts", [tableOf(["状态", "动作", "谁能做", "之后", "须给出", "计时", "不得由做过这些的人做", "只适用于"], rows)]);
}
