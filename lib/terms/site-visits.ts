import type { OptionMap } from "./option-map";

/** States of a visit to the applicant's premises (现场核查); they are its own, not the case's. */
export const siteVisitStates = {
  planned: "待核查",
  recorded: "待签字",
  closed: "已完成",
  cancelled: "已取消",
} as const satisfies OptionMap;

export type SiteVisitState = keyof typeof siteVisitStates;

/** States that still wait for the officials. */
export const openSiteVisitStates = ["planned", "recorded"] as const satisfies readonly SiteVisitState[];

/** What is looked at on the spot. */
export const siteVisitItems = {
  address: "住所、经营场所",
  equipment: "机具设备",
  people: "人员在岗",
  documents: "材料原件",
} as const satisfies OptionMap;

export type SiteVisitItem = keyof typeof siteVisitItems;

/** What is filled in when a visit is ordered and recorded. */
export const siteVisitFields = {
  plannedOn: "核查日期",
  place: "核查地点",
  visitedOn: "到场日期",
  attendee: "企业到场的人",
  summary: "其他说明",
} as const satisfies OptionMap;

/** What was found on one item. */
export const siteVisitResults = {
  passed: "合格",
  failed: "不合格",
  toRectify: "需整改",
} as const satisfies OptionMap;

export type SiteVisitResult = keyof typeof siteVisitResults;

/** Steps of a visit in the story of a case; they do not change the case's state. */
export const siteVisitEvents = {
  siteVisitOrdered: "安排现场核查",
  siteVisitRecorded: "填写现场核查记录",
  siteVisitSigned: "在核查记录上签字",
  siteVisitClosed: "现场核查完成",
  siteVisitCancelled: "取消现场核查",
} as const satisfies OptionMap;

export type SiteVisitEvent = keyof typeof siteVisitEvents;
