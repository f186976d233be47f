import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@/lib/data/client";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { insertInvitation } from "@/lib/data/verification";
import { INVITATION_DAYS } from "@/lib/terms/invitations";
import { enterpriseRoles, type EnterpriseRoleCode } from "@/lib/terms/roles";
import { portalName } from "@/lib/terms/portal";
import { wordOf } from "@/lib/terms/option-map";

/** 邀请链接里的凭据只以散列入库。 */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export interface NewInvitation {
  enterpriseId: string;
  invitedById: string;
  displayName: string;
  mobile: string;
  roles: readonly EnterpriseRoleCode[];
  /** 短信里的前一半：谁请他、做什么。 */
  wording: (roles: string) => string;
  enterprise: string;
}

/** 写下邀请与短信，同一事务；链接过了期限无效。 */
export async function sendInvitation(tx: Db, { enterprise, wording, roles, ...invitation }: NewInvitation): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
  const { id } = await insertInvitation(tx, { ...invitation, roles: [...roles], tokenHash: hashToken(token), expiresAt });
  const link = `${process.env.APP_ORIGIN ?? ""}/invitation/${token}`;
  const words = roles.map((role) => wordOf(enterpriseRoles, role)).join("、");
  const body = `${wording(words)}使用${portalName}，请在 ${INVITATION_DAYS} 天内打开 ${link} 设置账号。`;
  await insertOutboxMessage(tx, { channel: "sms", recipient: invitation.mobile, template: "invitation", params: { enterprise, link }, body });
  return id;
}
