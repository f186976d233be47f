import "server-only";
import type { Actor } from "@/lib/access/actor";
import { anchorText } from "@/lib/audit/anchor";
import type { ChainHead } from "@/lib/audit/views";
import { deletePending, findLastSeal, insertSeals, listPending, tryLockSealing } from "@/lib/data/audit-seals";
import { sqlTransaction } from "@/lib/data/client";
import { genesis, headOf, linkEntries } from "@/lib/services/audit/chain";
import { logAnchor } from "@/lib/services/platform/report-fault";
import { requireSystem } from "./system-actor";

const BATCH = 1_000;

/**
 * 把已提交的审计封存进散列链（决定三十四），一批一个事务；返回封存了几条。
 * 几台服务器同时做也只有一台在封存，别的随即离开；提交得晚的下一次轮到，一条也不会漏、不会封两次。
 * 封存后把链首写进日志：日志抄在别处，链就不能整条换掉而不被发现。
 */
export async function sealAudit(actor: Actor): Promise<{ sealed: number }> {
  requireSystem(actor);
  let sealed = 0;
  let head: ChainHead | undefined;
  for (let batch = await sealBatch(); batch; batch = await sealBatch()) {
    sealed += batch.count;
    head = batch.head;
    if (batch.count < BATCH) break;
  }
  if (head) logAnchor(anchorText(head));
  return { sealed };
}

/** 没有可封存的、或别的服务器正在封存，答 undefined。 */
async function sealBatch(): Promise<{ count: number; head: ChainHead } | undefined> {
  return sqlTransaction(async (client) => {
    if (!(await tryLockSealing(client))) return undefined;
    const last = await findLastSeal(client);
    const entries = await listPending(client, BATCH);
    const seals = linkEntries(last ? headOf(last) : genesis, entries);
    const newest = seals.at(-1);
    if (!newest) return undefined;
    await insertSeals(client, seals);
    await deletePending(client, entries.map(({ position }) => position));
    return { count: seals.length, head: headOf(newest) };
  });
}
