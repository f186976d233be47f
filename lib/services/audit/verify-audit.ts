import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { isSameHead, parseAnchor } from "@/lib/audit/anchor";
import type { AuditFault, ChainHead, Verification } from "@/lib/audit/views";
import { countAudit, findLost, findSeal, findUnregistered, listSeals } from "@/lib/data/audit-seals";
import { db, sql } from "@/lib/data/client";
import { faultOfSeal, genesis, headOf } from "./chain";
import { recordAudit } from "./record-audit";

const BATCH = 2_000;
/** 一次请求至多校验这么多环；更长的链分几次，页面接着问。 */
const STEP = 50_000;

export const VerifyAuditInput = z.object({
  /** 上一步校验到第几环。 */
  after: z.int().min(0).optional(),
  /** 抄下的链首，如 128-9f86d081884c7d65；不填的不对。 */
  anchor: z.string().max(120).optional(),
});
export type VerifyAuditInput = z.infer<typeof VerifyAuditInput>;

/**
 * 校验审计：逐环重算，认得出改过的、删去的、换过次序的；到了链尾再看有没有绕过登记写进来的。
 * 只给审计员；每校验完一遍记入审计。
 * @throws Refusal invalid 抄下的链首写得不对
 */
export async function verifyAudit(actor: Actor, { after = 0, anchor = "" }: VerifyAuditInput = {}): Promise<Verification> {
  authorise(actor, "audit.read");
  const start = after === 0 ? genesis : await sealedHead(after);
  const step = (await anchorFault(anchor)) ?? (await verifyFrom(start));
  if (step.next === undefined) {
    const { fault, head, waiting } = step;
    await recordAudit(db(), { actor, action: "audit.verify", subject: "Audit", subjectId: fault?.entryId ?? null, detail: { outcome: fault?.kind ?? "ok", sealed: head.seq, waiting } });
  }
  return step;
}

async function sealedHead(seq: number): Promise<ChainHead> {
  const seal = await findSeal(sql(), seq);
  if (!seal) throw new Refusal("conflict", "链在校验期间变短了，请从头再校验");
  return headOf(seal);
}

/** 抄下的链首与现在的链对不对得上；没有抄的不看。 */
async function anchorFault(text: string): Promise<Verification | undefined> {
  if (text.trim() === "") return undefined;
  const noted = parseAnchor(text);
  const unfit = "请照抄链首，如 128-9f86d081884c7d65";
  if (!noted) throw new Refusal("invalid", unfit, { fields: { anchor: unfit } });
  const found = await findSeal(sql(), noted.seq);
  if (found && isSameHead(noted, headOf(found))) return undefined;
  return { checked: 0, head: noted, waiting: 0, fault: { kind: found ? "otherChain" : "shortened", seq: noted.seq } };
}

async function verifyFrom(start: ChainHead): Promise<Verification> {
  let head = start;
  while (head.seq - start.seq < STEP) {
    const seals = await listSeals(sql(), head.seq, BATCH);
    for (const seal of seals) {
      const fault = faultOfSeal(head, seal);
      if (fault) return { checked: head.seq - start.seq, head, waiting: 0, fault };
      head = headOf(seal);
    }
    if (seals.length < BATCH) return finish(start, head);
  }
  return { checked: head.seq - start.seq, head, waiting: 0, next: head.seq };
}

/** 链都对了：条目的总数须正好是已封存的加等待封存的。 */
async function finish(start: ChainHead, head: ChainHead): Promise<Verification> {
  const { entries, seals, waiting, lost } = await countAudit(sql());
  const done: Verification = { checked: head.seq - start.seq, head, waiting };
  const fault = await faultOfCounts(entries - seals - waiting, lost);
  return fault ? { ...done, fault } : done;
}

async function faultOfCounts(surplus: number, lost: number): Promise<AuditFault | undefined> {
  if (lost > 0) return asFault("lost", await findLost(sql()));
  return surplus > 0 ? asFault("inserted", await findUnregistered(sql())) : undefined;
}

const asFault = (kind: AuditFault["kind"], entryId: string | undefined): AuditFault => ({ kind, ...(entryId ? { entryId } : {}) });
