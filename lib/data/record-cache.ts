import "server-only";
import type { ApplicationRecord } from "./applications";

/** 读过的一份申请，与当时各行的事务号连成的版次。 */
interface HeldRecord {
  version: string;
  record: ApplicationRecord;
}

/** 全部缓存至多这么多字；最久没用的让位。 */
export const cacheLimit = 12_000_000;

const held = new Map<string, HeldRecord & { size: number }>();
let total = 0;

/** 手里有的那一份，还是不是最新由调用者去核对；每次取用都排到最后。 */
export function heldRecord(caseId: string): HeldRecord | undefined {
  const found = held.get(caseId);
  if (!found) return undefined;
  held.delete(caseId);
  held.set(caseId, found);
  return found;
}

/** 记下刚读到的并原样交还；内容从此只读，谁也改不了别人将要读到的。 */
export function holdRecord(version: string, record: ApplicationRecord): ApplicationRecord {
  freeze(record);
  const size = JSON.stringify(record).length;
  total += size - (held.get(record.caseId)?.size ?? 0);
  held.delete(record.caseId);
  held.set(record.caseId, { version, record, size });
  for (const [oldest, own] of held) {
    if (total <= cacheLimit) break;
    held.delete(oldest);
    total -= own.size;
  }
  return record;
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  for (const inner of Object.values(value)) freeze(inner);
  Object.freeze(value);
}
