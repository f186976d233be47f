import "server-only";
import type { Db } from "@/lib/data/client";
import { findSecondFactor, spendRecoveryCode, spendStep } from "@/lib/data/second-factors";
import { matchingStep } from "@/lib/integrations/vault/one-time-code";
import { openSecret, possibleRecoveryHashes } from "@/lib/integrations/vault/second-factor";
import { now } from "@/lib/services/platform/clock";
import type { secondProofs } from "@/lib/terms/roles";

export const wrongOneTimeCode = "动态口令不正确或已经用过，请输入验证器里最新的一个";

/** 去掉空格，全角数字也认。 */
export const plainCode = (code: string): string => code.normalize("NFKC").replaceAll(/\s/g, "");

/** 核对并用掉一个动态口令或恢复码：同一个只成一次。不对为 undefined。 */
export async function spendOneTimeCode(tx: Db, accountId: string, given: string): Promise<keyof typeof secondProofs | undefined> {
  const factor = await findSecondFactor(tx, accountId);
  if (!factor?.confirmedAt) return undefined;
  const code = plainCode(given);
  if (!/^\d{6}$/.test(code)) return (await spendRecoveryCode(tx, accountId, possibleRecoveryHashes(code, accountId))) ? "recovery" : undefined;
  const step = matchingStep(openSecret(factor.sealedSecret, accountId), code, await now(tx));
  return step !== undefined && (await spendStep(tx, accountId, step)) ? "authenticator" : undefined;
}
