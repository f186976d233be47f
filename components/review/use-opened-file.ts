"use client";

import { useRef, useState } from "react";
import type { SummaryFile } from "@/lib/forms/summary";
import type { CaseDesk } from "./case-desk";

/** 正在看的附件。点文件名打开的，焦点随它到附件里；关闭后回到点的那一处（WCAG 2.4.3）。 */
export function useOpenedFile(): Pick<CaseDesk, "file" | "seen" | "arrivals" | "openFile" | "closeFile"> {
  const [file, setFile] = useState<SummaryFile>();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [arrivals, setArrivals] = useState(0);
  const opener = useRef<HTMLElement>(undefined);

  function openFile(opened: SummaryFile, from?: HTMLElement) {
    setFile(opened);
    setSeen((before) => new Set([...before, opened.id]));
    if (!from) return;
    if (!from.closest("#viewer")) opener.current = from;
    setArrivals((before) => before + 1);
  }

  function closeFile() {
    setFile(undefined);
    opener.current?.focus();
    // 打开的那一处已经不在页面上（只看有变化、收起的行）：焦点不能丢
    if (!opener.current || document.activeElement !== opener.current) document.getElementById("viewer")?.focus();
  }

  return { file, seen, arrivals, openFile, closeFile };
}
