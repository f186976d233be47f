import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { completeParticulars, decideClaimRow, type findEnterpriseClaim, listRivalClaims, lockEnterpriseClaim, lockUnowned, openClaimedAccount, removeClaimedAccount } from "@/lib/data/enterprise-claims";
import { findInstitution } from "@/lib/data/enterprises";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { mergedParticulars } from "@/lib/enterprise/claims";
import { ToldReason } from "@/lib/forms/written-text";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { authoriseClaim } from "./claim-offices";

export const ApproveClaimInput = z.object({ id: z.uuid() });
export const RejectClaimInput = z.object({ id: z.uuid(), reason: ToldReason(200) });

type Claim = NonNullable<Awaited<ReturnType<typeof findEnterpriseClaim>>>;

/** 锁住企业与申请；别的有管理员的机构的、已决定的都办不了。 */
async function lockPending(tx: Db, actor: Actor, id: string): Promise<Claim> {
  const claim = await lockEnterpriseClaim(tx, id);
  await authoriseClaim(tx, actor, claim?.enterprise.officeCode);
  if (!claim) throw notFound("这件认领申请");
  if (claim.state !== "pending") throw new Refusal("conflict", `这件认领申请已由${claim.decidedByName ?? ""}办理`);
  return claim;
}

/**
 * 同意认领：账号启用并归属这家企业，登记信息补齐；同一家别的申请随之退回。一家只会开通一次。
 * @throws Refusal conflict 已办过，或企业已经有了账号
 */
export async function approveClaim(actor: Actor, { id }: z.output<typeof ApproveClaimInput>): Promise<{ login: string }> {
  const { name } = requireStaff(actor);
  return transaction(async (tx) => {
    const { enterprise, accountId, login, mobile, particulars, parentId } = await lockPending(tx, actor, id);
    if (!accountId || !(await lockUnowned(tx, enterprise.id))) throw new Refusal("conflict", "这家企业已经有了账号，请退回这件申请");
    const parent = parentId ? await findInstitution(tx, parentId) : null;
    await completeParticulars(tx, enterprise.id, mergedParticulars(enterprise, particulars as Record<string, string>), parent?.id ?? null);
    await decideClaimRow(tx, id, { state: "approved", decidedByName: name });
    await openClaimedAccount(tx, accountId, enterprise.id);
    await tell(tx, mobile, "claimApproved", `您为${enterprise.name}提交的账号申请已核实开通，请用账号 ${login} 登录。`);
    await recordAudit(tx, { actor, action: "claim.approve", subject: "EnterpriseClaim", subjectId: id, detail: { enterpriseId: enterprise.id, accountId, login } });
    const rivals = await listRivalClaims(tx, enterprise.id, id);
    for (const rival of rivals) await refuse(tx, actor, name, { ...rival, enterpriseName: enterprise.name }, "该单位的账号已由另一位申请人核实开通");
    return { login };
  });
}

/**
 * 不同意认领：登录名放开，申请人收到理由，可以更正后再申请。
 * @throws Refusal conflict 已办过
 */
export async function rejectClaim(actor: Actor, { id, reason }: z.output<typeof RejectClaimInput>): Promise<void> {
  const { name } = requireStaff(actor);
  await transaction(async (tx) => {
    const { enterprise, accountId, mobile, login } = await lockPending(tx, actor, id);
    await refuse(tx, actor, name, { id, accountId, mobile, login, enterpriseName: enterprise.name }, reason);
  });
}

interface Refused {
  id: string;
  accountId: string | null;
  mobile: string;
  login: string;
  enterpriseName: string;
}

async function refuse(tx: Db, actor: Actor, byName: string, { id, accountId, mobile, login, enterpriseName }: Refused, reason: string): Promise<void> {
  await decideClaimRow(tx, id, { state: "rejected", reason, decidedByName: byName });
  if (accountId) await removeClaimedAccount(tx, accountId);
  await tell(tx, mobile, "claimRejected", `您为${enterpriseName}提交的账号申请没有通过核实：${reason}。可更正后重新注册，或联系所属派出机构。`);
  await recordAudit(tx, { actor, action: "claim.reject", subject: "EnterpriseClaim", subjectId: id, detail: { login, reason } });
}

const tell = (tx: Db, recipient: string, key: string, body: string): Promise<void> => insertOutboxMessage(tx, { channel: "sms", recipient, template: `notice.${key}`, body });
