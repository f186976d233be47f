"use client";

import { useEffect, useRef } from "react";
import { revealTarget } from "@/components/ui/reveal-target";
import type { Section } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { openRowOf } from "./SectionErrors";
import type { SectionPage } from "./use-section-page";

/** 从资料审核或目录带着 #位置 来：报出本页不符项，打开那一行，焦点落到字段上。 */
export function useArrival(section: Section<LicensingContext>, page: SectionPage): void {
  const latest = useRef(page);
  useEffect(() => {
    latest.current = page;
  });
  useEffect(() => {
    const arrive = () => {
      const anchor = decodeURIComponent(window.location.hash.slice(1));
      if (!anchor.startsWith(anchorOf({}))) return;
      const { own, reported, draft } = latest.current;
      if (own.some((issue) => anchorOf(issue) === anchor)) reported.report(own);
      const place = rowAt(anchor, section, draft.tables);
      if (place) openRowOf(place, section, latest.current);
      // 编辑器画出来之后再落焦点；它自己先会把焦点放到第一个字段
      setTimeout(() => revealTarget(anchor), 50);
      window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
    };
    arrive();
    window.addEventListener("hashchange", arrive);
    return () => window.removeEventListener("hashchange", arrive);
  }, [section]);
}

function rowAt(anchor: string, section: Section<LicensingContext>, tables: SectionPage["draft"]["tables"]): { table: string; row: string } | undefined {
  for (const table of section.tables) {
    const row = tables[table.key]?.find(({ rowId }) => anchor.startsWith(anchorOf({ table: table.key, row: rowId })));
    if (row) return { table: table.key, row: row.rowId };
  }
  return undefined;
}
