"use client";

import { createContext, useContext } from "react";
import type { Change } from "@/lib/forms/diff";
import type { SummaryFile } from "@/lib/forms/summary";
import type { CaseView, RemarkPlace, ReviewRemark } from "@/lib/licensing/review-views";
import { sectionAnchor } from "./section-anchor";
import type { CaseActions } from "./types";
import type { UnsavedRemarks } from "./unsaved-remarks";

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
  /** 点文件名打开的，from 是那个链接：焦点到附件里，关闭后回到它。 */
  openFile: (file: SummaryFile, from?: HTMLElement) => void;
  /** 这样打开过几次；多一次，焦点就到附件里一次。 */
  arrivals: number;
  closeFile: () => void;
  /** 旁边一栏看的是附件，还是现行许可证。 */
  beside: "files" | "licence";
  showBeside: (what: "files" | "licence") => void;
  target?: RemarkTarget;
  /** 不能写意见时没有。 */
  writeRemark?: (target: RemarkTarget) => void;
  /** 这一处写完了；其间转去写别处的，那一处不动。 */
  closeRemark: (target: RemarkTarget) => void;
  unsaved: UnsavedRemarks;
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

/** 一个地方在页面上的位置：有行的到行，没有的到页签。 */
export const placeAnchor = ({ sectionKey, rowId }: RemarkPlace): string => (rowId ? `row-${rowId}` : sectionAnchor(sectionKey));

/** 意见带到哪里：所指的行这一轮里已经没有的，到它的页签。 */
export const remarkAnchor = (remark: ReviewRemark): string => (remark.gone ? sectionAnchor(remark.sectionKey) : placeAnchor(remark));

/** 指着这一处的意见。 */
export const remarksAt = ({ remarks }: CaseView, place: RemarkPlace): ReviewRemark[] => remarks.filter((remark) => samePlace(remark, place) && !remark.gone);

/** 某一轮冻结的内容。 */
export const roundPath = (applicationId: string, round: number): string => `/admin/applications/${applicationId}?round=${round}`;

