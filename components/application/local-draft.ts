import { isJsonRecord } from "@/lib/forms/answers";
import type { SectionPatch } from "@/lib/forms/section-patch";

/** 未保存的内容在本机的暂存：账号 + 申请 + 页签各一份，保存、放弃修改、退出登录时抹去。 */
export interface LocalDraftKey {
  accountId: string;
  applicationId: string;
  section: string;
}

export interface LocalDraft {
  /** 暂存的时刻（ISO）。 */
  at: string;
  patch: SectionPatch;
}

const PREFIX = "unsaved:";

const nameOf = ({ accountId, applicationId, section }: LocalDraftKey): string => `${PREFIX}${accountId}:${applicationId}:${section}`;

/** 浏览器可能禁用存储或已满：暂存是额外的保险，失败了不影响填写。 */
function quietly<T>(run: (storage: Storage) => T): T | undefined {
  try {
    return run(window.localStorage);
  } catch {
    return undefined;
  }
}

export function keepLocalDraft(key: LocalDraftKey, patch: SectionPatch, at: string): void {
  quietly((storage) => storage.setItem(nameOf(key), JSON.stringify({ at, patch })));
}

export function eraseLocalDraft(key: LocalDraftKey): void {
  quietly((storage) => storage.removeItem(nameOf(key)));
}

/** 只看有没有能放回页面的形状；放回之后照样由服务端核对。 */
function isPatch(value: unknown): value is SectionPatch {
  if (!isJsonRecord(value) || !Array.isArray(value.fields) || !Array.isArray(value.rows)) return false;
  const isRow = (row: unknown) => row === null || isJsonRecord(row);
  return (
    value.fields.every((change) => isJsonRecord(change) && typeof change.key === "string" && change.from !== undefined && change.to !== undefined) &&
    value.rows.every((change) => isJsonRecord(change) && typeof change.table === "string" && typeof change.rowId === "string" && isRow(change.from) && isRow(change.to))
  );
}

/** 本机的内容不可信：形状不对就当没有。 */
export function findLocalDraft(key: LocalDraftKey): LocalDraft | undefined {
  return quietly((storage) => {
    const stored: unknown = JSON.parse(storage.getItem(nameOf(key)) ?? "null");
    if (stored === null || typeof stored !== "object" || !("at" in stored) || !("patch" in stored)) return undefined;
    return isPatch(stored.patch) && typeof stored.at === "string" ? { at: stored.at, patch: stored.patch } : undefined;
  });
}

/** 退出登录：抹去这台电脑上的全部暂存。 */
export function eraseAllLocalDrafts(): void {
  quietly((storage) => {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
  });
}
