import "server-only";
import type { SystemActor } from "@/lib/access/actor";
import { type Db, db, transaction } from "@/lib/data/client";
import { listLeftToFormerKeys, listSealed, replacePhoneHash, replaceSealed, type SealedKind, type SealedRow } from "@/lib/data/sealed-values";
import { exchangeSealing } from "@/lib/integrations/vault/exchange-secret";
import { decryptPhone, hashPhone, phoneSealing } from "@/lib/integrations/vault/phone-vault";
import { reseal, type Sealing } from "@/lib/integrations/vault/sealed-text";
import { secondFactorSealing } from "@/lib/integrations/vault/second-factor";
import { recordAudit } from "@/lib/services/audit/record-audit";

const BATCH = 200;

const sealingOf: Readonly<Record<SealedKind, (row: SealedRow) => Sealing>> = {
  phone: () => phoneSealing,
  secondFactor: ({ id }) => secondFactorSealing(id),
  exchange: () => exchangeSealing,
};

export interface RotatedKind {
  seen: number;
  /** 换成现在的密钥重新封过的。 */
  changed: number;
  /** 哪一个密钥都打不开的。 */
  unreadable: number;
}

export interface Rotation {
  kinds: Record<SealedKind, RotatedKind>;
  /** 换不了、只能等的，见 ADR 0030。 */
  left: { codesUntil?: Date; recoveryHolders: number };
}

/**
 * 把加密存放的内容都换成现在的密钥：一批一个事务，改了的才留一条审计。中断了再做一次：换过的认得出，不再动。
 * PHONE_HASH_KEY 换了的，散列与占着的五天也重做；那要先停下所有服务。
 */
export async function rotateKeys(actor: SystemActor, batch = BATCH): Promise<Rotation> {
  const kinds = {} as Record<SealedKind, RotatedKind>;
  for (const kind of Object.keys(listSealed) as SealedKind[]) {
    const total: RotatedKind = { seen: 0, changed: 0, unreadable: 0 };
    for (let after: string | undefined, more = true; more; ) {
      const rows = await listSealed[kind](db(), after, batch);
      const changes = rows.map((row) => changeOf(kind, row));
      total.seen += rows.length;
      total.unreadable += changes.filter((change) => change === "unreadable").length;
      total.changed += await applyBatch(actor, kind, changes.filter((change) => change !== "unreadable" && change !== undefined));
      after = rows.at(-1)?.id;
      more = rows.length === batch;
    }
    kinds[kind] = total;
  }
  return { kinds, left: await listLeftToFormerKeys(db()) };
}

interface Change {
  row: SealedRow;
  sealed?: string;
  hash?: string;
}

function changeOf(kind: SealedKind, row: SealedRow): Change | "unreadable" | undefined {
  try {
    const sealed = reseal(sealingOf[kind](row), row.sealed);
    const hash = row.hash === undefined ? undefined : hashPhone(decryptPhone(row.sealed));
    const fresh = hash === row.hash ? undefined : hash;
    return sealed === undefined && fresh === undefined ? undefined : { row, ...(sealed === undefined ? {} : { sealed }), ...(fresh === undefined ? {} : { hash: fresh }) };
  } catch {
    return "unreadable";
  }
}

async function applyBatch(actor: SystemActor, kind: SealedKind, changes: readonly Change[]): Promise<number> {
  if (changes.length === 0) return 0;
  return transaction(async (tx) => {
    let changed = 0;
    for (const change of changes) changed += Math.min(1, await applyOne(tx, kind, change));
    if (changed > 0) await recordAudit(tx, { actor, action: "keys.rotate", subject: "Key", detail: { kind, rows: changed } });
    return changed;
  });
}

async function applyOne(tx: Db, kind: SealedKind, { row, sealed, hash }: Change): Promise<number> {
  const resealed = sealed === undefined ? 0 : await replaceSealed[kind](tx, row, sealed);
  return resealed + (hash === undefined ? 0 : await replacePhoneHash(tx, row, row.hash ?? "", hash));
}
