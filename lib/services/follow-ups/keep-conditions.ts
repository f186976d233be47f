import type { Db } from "@/lib/data/client";
import { closeTodosOf } from "@/lib/data/communication";
import { cancelTasksOfLicence, insertFollowUp, lockRunningFollowUps, updateFollowUp } from "@/lib/data/follow-ups";
import { lapseRevocations } from "@/lib/data/revocations";
import type { Finding } from "@/lib/forms/issue";
import { rectificationDueOn } from "@/lib/licensing/follow-ups";
import { conditionInWords, lacksLead } from "@/lib/licensing/personnel/conditions";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import type { TodoKindCode } from "@/lib/terms/todos";
import { issueDocument } from "@/lib/services/documents/issue-document";
import type { FollowUpPlace } from "./open-follow-up";
import { tellEnterprise } from "./tell-enterprise";

const KIND: FollowUpKind = "conditions";
const TODOS: readonly TodoKindCode[] = ["leadSuccession", "rectification"];
const ENDED = "许可证已终止，不必再办";

interface Lost extends FollowUpPlace {
  on: string;
  unmet: readonly Finding[];
  licenceId: string | null;
}

/** 在册人员不再符合许可条件：自决定之日起限期补足，出具通知书，企业得到待办与消息。已有未了的任务说过同样几项的不重开，期限不因此延后。 */
export async function openConditions(tx: Db, { on, unmet, licenceId, caseId, enterpriseId, officeCode }: Lost): Promise<void> {
  const running = await lockRunningFollowUps(tx, enterpriseId, KIND);
  if (running.some(({ task }) => unmet.every(({ label }) => task.includes(label)))) return;
  const dueOn = rectificationDueOn(on);
  const note = unmet.map(conditionInWords).join("；");
  const followUpId = await insertFollowUp(tx, { caseId, enterpriseId, officeCode, licenceId, kind: KIND, dueOn, task: `补足在册人员：${note}`, detail: { note } });
  const messageId = await tellEnterprise(tx, { caseId, enterpriseId }, lacksLead(unmet) ? "leadMissing" : "conditionsLost", { followUpId, dueOn, note });
  await issueDocument(tx, { caseId, enterpriseId, followUpId, kind: "conditions", values: { reason: note, dueOn }, messageId });
}

/** 已经补足：这家企业未了的任务全部了结，待办关闭。 */
export async function closeConditions(tx: Db, enterpriseId: string): Promise<void> {
  for (const { id, caseId, revision } of await lockRunningFollowUps(tx, enterpriseId, KIND)) {
    await updateFollowUp(tx, { id, revision }, { state: "met", closedAt: new Date(), result: "在册人员已补足，符合许可条件" });
    await closeOwnTodos(tx, { caseId, enterpriseId });
    await tellEnterprise(tx, { caseId, enterpriseId }, "conditionsMet", { followUpId: id, dueOn: "" });
  }
}

/** 许可证终止了，不必再补足、再整改：未了的任务取消，待办关闭，待确认的撤销不必再决定。 */
export async function cancelTasksOfEnded(tx: Db, { id: licenceId, enterpriseId }: { id: string; enterpriseId: string }): Promise<void> {
  await lapseRevocations(tx, licenceId);
  for (const task of await cancelTasksOfLicence(tx, licenceId, ENDED)) await closeOwnTodos(tx, task);
  await cancelConditions(tx, enterpriseId);
}

/** 届满而没有延续的，不必再补足。 */
export async function cancelConditions(tx: Db, enterpriseId: string): Promise<void> {
  for (const { id, caseId, revision } of await lockRunningFollowUps(tx, enterpriseId, KIND)) {
    await updateFollowUp(tx, { id, revision }, { state: "cancelled", closedAt: new Date(), result: ENDED });
    await closeOwnTodos(tx, { caseId, enterpriseId });
  }
}

/** 关上这家企业在此案的待办；同一案件里另一方的不动。 */
export async function closeOwnTodos(tx: Db, { caseId, enterpriseId }: { caseId: string; enterpriseId: string }): Promise<void> {
  for (const kind of TODOS) await closeTodosOf(tx, caseId, enterpriseId, kind);
}
