import { listRunning } from "@/lib/data/business-facts";
import type { Db } from "@/lib/data/client";
import { listBoundCases } from "@/lib/data/party-confirmations";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";

export interface Rival {
  enterpriseId: string;
  /** 如「许可证延续 NEEB-2026-000012」。 */
  text: string;
}

/** 这些企业还没有办结的其他申请（草稿不算），或者已经同意的另一件分立、合并；没有的为 undefined。 */
export async function findRival(database: Db, enterpriseIds: readonly string[], besides: string): Promise<Rival | undefined> {
  if (enterpriseIds.length === 0) return undefined;
  const running = (await listRunning(database, enterpriseIds)).filter(({ submitted }) => submitted);
  const bound = await listBoundCases(database, enterpriseIds);
  const found = [...running, ...bound].find(({ caseId }) => caseId !== besides);
  return found && { enterpriseId: found.enterpriseId, text: `${wordOf(businesses, found.business)} ${found.number}` };
}

/** 受理之前再核一遍：另一方自己的申请须先办结（决定八）。 */
export async function rivalOfParties(
  database: Db,
  { id, confirmations }: { id: string; confirmations: readonly { enterpriseId: string; enterprise: { name: string } }[] },
): Promise<string | undefined> {
  const rival = await findRival(database, confirmations.map(({ enterpriseId }) => enterpriseId), id);
  const owner = confirmations.find(({ enterpriseId }) => enterpriseId === rival?.enterpriseId)?.enterprise.name;
  return rival && `${owner}的${rival.text} 正在办理，办结或终止之后才能受理`;
}
