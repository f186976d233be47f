import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import type { FollowUpRecord } from "@/lib/data/follow-ups";
import { lockValidLicence } from "@/lib/data/licences";
import { insertRevocation } from "@/lib/data/revocations";
import { violatedIndex } from "@/lib/data/unique-violation";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { licenceOfTask } from "./licence-of-task";
import { noteOnCase, settleTask } from "./lock-task";
import { tellEnterprise } from "./tell-enterprise";

/**
 * 提出撤销许可：什么都还没有生效，等另一人确认；企业得知理由与依据，可以陈述、申辩，可以要求听证。
 * @throws Refusal conflict 许可证已经不在，或另一件任务已提出撤销
 */
export async function proposeRevocation(tx: Db, staff: StaffActor, record: FollowUpRecord, { reason, article }: { reason: string; article: string }): Promise<void> {
  const licenceId = await licenceOfTask(tx, record);
  const held = await lockValidLicence(tx, record.enterpriseId);
  if (!held || held.id !== licenceId) throw new Refusal("conflict", "许可证已经注销、撤销或换成另一件，不能再撤销");
  await settleTask(tx, staff, record, "followUp.revocationProposed", { state: "proposed" });
  try {
    await insertRevocation(tx, { followUpId: record.id, licenceId, reason, article, formerState: record.state, proposedById: staff.accountId, proposedByName: staff.name });
  } catch (error) {
    if (violatedIndex(error) === "one_pending_revocation") throw new Refusal("conflict", `许可证 ${held.number} 已有一件拟撤销等待确认`);
    throw error;
  }
  await noteOnCase(tx, staff, record, "revocationProposed", staff.roles[0] ?? "", `理由：${reason}；依据：${article}`);
  const { caseId, enterpriseId, id: followUpId } = record;
  const order = { caseId, enterpriseId, followUpId, values: { reason, article, licenceNumber: held.number }, by: { id: staff.accountId, name: staff.name } };
  // 一条消息带一份文书：听证告知书的先发，拟撤销的那条在最上面
  await issueDocument(tx, { ...order, kind: "hearing" });
  const messageId = await tellEnterprise(tx, record, "revocationProposed", { followUpId, dueOn: record.dueOn, note: reason, article, licenceNumber: held.number });
  await issueDocument(tx, { ...order, kind: "revocationNotice", messageId });
}
