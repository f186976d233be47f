"use client";

import { createContext, useContext } from "react";
import type { Change } from "@/lib/forms/diff";
import type { SummaryFile } from "@/lib/forms/summary";
import type { CaseView, RemarkPlace, ReviewRemark } from "@/lib/licensing/review-views";
import type { CaseActions } from "./types";

/** 右侧正在写的意见：新的给出位置，改草稿给出原意见。 */
export interface RemarkTarget extends RemarkPlace {
  label: string;
  draft?: ReviewRemark;
}

/** 案件页各部分共用：案件、动作、正在看的文件、正在写的意见。 */
export interface CaseDesk {
  view: CaseView;
  actions: CaseActions;
  changes: ReadonlyMap<string, Change>;
  file?: SummaryFile;
  seen: ReadonlySet<string>;
  openFile: (file: SummaryFile) => void;
  target?: RemarkTarget;
  /** 不能写意见时没有。 */
  writeRemark?: (target: RemarkTarget | undefined) => void;
  onlyChanges: boolean;
}

export const CaseDeskContext = createContext<CaseDesk | undefined>(undefined);

export function useCaseDesk(): CaseDesk {
  const desk = useContext(CaseDeskContext);
  if (!desk) throw new Error("outside of a case");
  return desk;
}

type Place = { section: string; row?: string; field?: string; slot?: string };

/** 一个地方的键：页签、行、字段或附件。 */
export const placeKey = ({ section, row, field, slot }: Place): string => [section, row ?? "", field ?? "", slot ?? ""].join("/");

export const samePlace = (a: RemarkPlace | undefined, b: RemarkPlace): boolean =>
  a !== undefined && a.sectionKey === b.sectionKey && a.rowId === b.rowId && a.field === b.field && a.slot === b.slot;

/** 退回补正会发给企业的意见：草稿与未解决的。 */
export const openRemarks = (view: CaseView): number => view.remarks.filter((remark) => remark.state !== "resolved").length;

export const fileHref = (id: string): string => `/api/attachments/${id}?inline=1`;

export const sectionAnchor = (section: string): string => `section-${section}`;
