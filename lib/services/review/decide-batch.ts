import { createHash } from "node:crypto";
import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type BatchAction, batchActions, type BatchResult, MAX_BATCH } from "@/lib/licensing/batch";
import { reportFault } from "@/lib/services/platform/report-fault";
import { wordOf } from "@/lib/terms/option-map";
import { applicationStates } from "@/lib/terms/states";
import { type BatchCase, requireBatch } from "./batch-standing";
import { decide } from "./decide";

export const BatchInput = z.object({
  action: z.enum(batchActions),
  /** 整批的幂等键；各件的由它与案件得出，重来一遍也不会办两次。 */
  batchKey: z.uuid(),
  items: z.array(z.object({ applicationId: z.uuid(), revision: z.int().positive() })).min(1, "请先选中案件").max(MAX_BATCH, `一批至多 ${MAX_BATCH} 件，请分几批办`),
});
export type BatchInput = z.infer<typeof BatchInput>;

/**
 * 成批办理：一件一个事务，一件没有办成不耽误别的，各件的结局逐一说明。
 * 预览之后案件变了的不办；同一批重试，办成的得到原来的答复。
 */
export async function decideBatch(actor: Actor, { action, batchKey, items }: BatchInput): Promise<BatchResult[]> {
  const staff = requireStaff(actor);
  const revisions = new Map(items.map(({ applicationId, revision }) => [applicationId, revision]));
  const chosen = await requireBatch(staff, action, [...revisions.keys()]);
  const results: BatchResult[] = [];
  for (const one of chosen) results.push(await decideOne(staff, action, batchKey, one, revisions.get(one.id) ?? 0));
  return results;
}

async function decideOne(staff: StaffActor, action: BatchAction, batchKey: string, { id, number }: BatchCase, revision: number): Promise<BatchResult> {
  try {
    const { state, licenceNumber } = await decide(staff, { applicationId: id, action, revision, idempotencyKey: keyOf(batchKey, id) });
    return { applicationId: id, number, done: true, words: [wordOf(applicationStates, state), licenceNumber && `许可证编号 ${licenceNumber}`].filter(Boolean).join("，") };
  } catch (error) {
    const words = error instanceof Refusal ? error.message : `系统繁忙，这一件没有办成，请稍后再试。编号 ${reportFault(error)}`;
    return { applicationId: id, number, done: false, words };
  }
}

/** 一件的幂等键：整批的键与案件的散列，写成 UUID（第 8 版，自定义）。 */
export function keyOf(batchKey: string, applicationId: string): string {
  const hex = createHash("sha256").update(`${batchKey} ${applicationId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
