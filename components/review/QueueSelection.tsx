"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { QueueRow } from "@/lib/licensing/queue-views";

/** 办结的不再领取、指派，没有选择框。 */
export const isChoosable = ({ finishedAt }: QueueRow): boolean => finishedAt === "";

export interface QueueSelectionState {
  /** 本页里选中的行，按列表的次序。 */
  selected: readonly QueueRow[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** 本页在办的全选或全不选。 */
  chooseAll: (chosen: boolean) => void;
  clear: () => void;
}

const Selection = createContext<QueueSelectionState | undefined>(undefined);

/** 工作列表上的选择；外面没有 QueueSelection 的列表没有选择框。 */
export const useQueueSelection = (): QueueSelectionState | undefined => useContext(Selection);

/**
 * 选中的行只记在浏览器里，翻页、换视图就没有了。批量的动作（领取、指派，批量受理、批量签发）都放进 SelectionBar，
 * 各自用 useQueueSelection() 取选中的行；办完调用 clear() 与 router.refresh()。
 */
export function QueueSelection({ rows, children }: { rows: readonly QueueRow[]; children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const state = useMemo<QueueSelectionState>(() => {
    const has = (id: string): boolean => ids.has(id);
    return {
      selected: rows.filter((row) => isChoosable(row) && ids.has(row.id)),
      has,
      toggle: (id) => setIds((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id])),
      chooseAll: (chosen) => setIds(new Set(chosen ? rows.filter(isChoosable).map(({ id }) => id) : [])),
      clear: () => setIds(new Set()),
    };
  }, [ids, rows]);
  return <Selection value={state}>{children}</Selection>;
}
