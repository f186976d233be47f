"use client";

import { useCallback, useRef, useState } from "react";
import type { RemarkLevelCode } from "@/lib/terms/remarks";
import { placeKey, type RemarkTarget } from "./case-desk";

export interface RemarkText {
  level: RemarkLevelCode;
  text: string;
}

/** 写了而没有存为草稿的意见：换一处去写、关上编辑框都还在。 */
export interface UnsavedRemarks {
  targets: readonly RemarkTarget[];
  textOf: (target: RemarkTarget) => RemarkText | undefined;
  /** 不给 value 的，存好了或者不要了。 */
  keep: (target: RemarkTarget, value?: RemarkText) => void;
}

/** 一条意见的键：改草稿的是那一条，新写的是那一处。 */
export const remarkKey = ({ draft, sectionKey, rowId, field, slot }: RemarkTarget): string => draft?.id ?? placeKey({ section: sectionKey, row: rowId, field, slot });

/** 文字放在一旁，不因每个字重画整件案件；哪几处没存才引起重画。 */
export function useUnsavedRemarks(): UnsavedRemarks {
  const texts = useRef(new Map<string, RemarkText>());
  const [targets, setTargets] = useState<readonly RemarkTarget[]>([]);
  const textOf = useCallback((target: RemarkTarget) => texts.current.get(remarkKey(target)), []);
  const keep = useCallback((target: RemarkTarget, value?: RemarkText) => {
    const key = remarkKey(target);
    const known = texts.current.has(key);
    if (value) texts.current.set(key, value);
    else texts.current.delete(key);
    if (known === (value !== undefined)) return;
    setTargets((now) => (value ? [...now, target] : now.filter((other) => remarkKey(other) !== key)));
  }, []);
  return { targets, textOf, keep };
}
