import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { insertExchangeClient, listExchangeClientRows, revokeExchangeClientRow } from "@/lib/data/exchange-clients";
import type { ExchangeClientRow, NewExchangeClient } from "@/lib/evaluation/exchange/views";
import { newExchangeKey, sealExchangeSecret } from "@/lib/integrations/vault/exchange-secret";
import { recordAudit } from "@/lib/services/audit/record-audit";

/** 数据交换的对方；密钥不在其中。 */
export async function listExchangeClients(actor: Actor): Promise<ExchangeClientRow[]> {
  authorise(actor, "exchange.manage");
  const rows = await listExchangeClientRows(db());
  return rows.map(({ id, name, keyId, createdAt, revokedAt }) => ({ id, name, keyId, createdAt: createdAt.toISOString(), ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}) }));
}

export const AddExchangeClientInput = z.object({ name: z.string("请填写对方名称").trim().min(1, "请填写对方名称").max(60, "请将对方名称控制在60字以内") });

/** 加一个对方；密钥只在这一次给出，库里只存密文。 */
export async function addExchangeClient(actor: Actor, { name }: z.output<typeof AddExchangeClientInput>): Promise<NewExchangeClient> {
  authorise(actor, "exchange.manage");
  const { accountId } = requireStaff(actor);
  const { keyId, secret } = newExchangeKey();
  await transaction(async (tx) => {
    const { id } = await insertExchangeClient(tx, { name, keyId, secretEncrypted: sealExchangeSecret(secret), createdById: accountId });
    await recordAudit(tx, { actor, action: "exchange.addClient", subject: "ExchangeClient", subjectId: id, detail: { name, keyId } });
  });
  return { name, keyId, secret };
}

export const RevokeExchangeClientInput = z.object({ id: z.uuid() });

/** 停用：此后它的请求一律不认；不能恢复，要用另加一个。 */
export async function revokeExchangeClient(actor: Actor, { id }: z.output<typeof RevokeExchangeClientInput>): Promise<void> {
  authorise(actor, "exchange.manage");
  await transaction(async (tx) => {
    const revoked = await revokeExchangeClientRow(tx, id);
    if (!revoked) throw notFound("这个对方");
    await recordAudit(tx, { actor, action: "exchange.revokeClient", subject: "ExchangeClient", subjectId: id, detail: revoked });
  });
}
