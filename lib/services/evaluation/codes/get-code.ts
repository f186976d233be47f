import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { type FoundCode, listBatch } from "@/lib/data/evaluation-codes";
import { listAccountNames } from "@/lib/data/review";
import type { CodeView } from "@/lib/evaluation/code-views";
import { codeSerial, ratingAddress } from "@/lib/evaluation/codes";
import { signCode } from "@/lib/integrations/vault/code-token";
import { publicAddress } from "@/lib/services/platform/public-address";
import { businessWord } from "../open-rating";
import { getOwnCode } from "./own-code";

/** 一个码的页面：能用的才给令牌与地址。 */
export async function getCode(actor: Actor, id: string): Promise<CodeView> {
  const code = await getOwnCode(actor, id);
  const names = await listAccountNames(db(), [code.createdById, ...(code.revokedById ? [code.revokedById] : [])]);
  const batch = code.batchId ? await listBatch(db(), code.officeCode, code.batchId) : [];
  const alive = batch.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt >= code.expiresAt).length;
  return {
    id: code.id,
    serial: codeSerial(code.id),
    kind: code.kind,
    state: code.state,
    name: code.servicePoint ?? code.case?.number ?? "",
    enterprise: code.case?.enterprise ?? "",
    business: code.case ? businessWord(code.case.business ?? undefined) : "",
    officeName: code.officeName,
    expiresAt: code.expiresAt.toISOString(),
    createdAt: code.createdAt.toISOString(),
    createdBy: names.get(code.createdById) ?? "",
    ...signed(code),
    ...(code.batchId && code.state === "valid" && alive > 1 ? { batch: { id: code.batchId, count: alive } } : {}),
    ...(code.revokedAt ? { revoked: { at: code.revokedAt.toISOString(), by: names.get(code.revokedById ?? "") ?? "", reason: code.revokeReason ?? "" } } : {}),
  };
}

function signed(code: FoundCode): Pick<CodeView, "token" | "address"> {
  if (code.state !== "valid") return {};
  const token = signCode(code);
  return { token, address: publicAddress(ratingAddress(token)) };
}
