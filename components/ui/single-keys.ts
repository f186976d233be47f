"use client";

import { useSyncExternalStore } from "react";

/** 只按一个字符的快捷键（j、k、c、x、/、?）开着没有，记在这台电脑的浏览器里；没有记过的开着（WCAG 2.1.4）。 */
const NAME = "single-keys";
const OFF = "off";

const watchers = new Set<() => void>();
/** 浏览器禁用存储时，只在这一页里记得。 */
let unkept: boolean | undefined;

export function singleKeysOn(): boolean {
  try {
    return unkept ?? window.localStorage.getItem(NAME) !== OFF;
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(NAME);
    else window.localStorage.setItem(NAME, OFF);
    unkept = undefined;
  } catch {
    unkept = on;
  }
  for (const changed of watchers) changed();
}

/** 现在开着没有；别的窗口里改了，这里也跟着改。 */
export const useSingleKeys = (): boolean => useSyncExternalStore(watch, singleKeysOn, () => true);

function watch(changed: () => void): () => void {
  watchers.add(changed);
  window.addEventListener("storage", changed);
  return () => {
    watchers.delete(changed);
    window.removeEventListener("storage", changed);
  };
}
