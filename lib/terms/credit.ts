import type { OptionMap } from "./option-map";

/** Credit grades of the energy credit platform; unrated has no privileges of good. */
export const creditGrades = {
  good: "信用良好",
  trustworthy: "守信",
  untrustworthy: "失信",
  seriouslyUntrustworthy: "严重失信",
  unrated: "尚未确定信用类别",
} as const satisfies OptionMap;

export type CreditGradeCode = keyof typeof creditGrades;

/** Areas the administrator keeps: where the free-trade-zone pilot and the commitment procedure apply. */
export const pilotAreaKinds = {
  freeTradeZone: "自贸区试点范围",
  commitment: "承诺制区域",
} as const satisfies OptionMap;

export type PilotAreaKind = keyof typeof pilotAreaKinds;

/** Periods in which an enterprise is barred from something. */
export const restrictionKinds = {
  deferral: "不得容缺受理",
  commitment: "不适用告知承诺",
  application: "不得申请",
  upgrade: "不得升级增项",
} as const satisfies OptionMap;

export type RestrictionKind = keyof typeof restrictionKinds;

/** Events that bar a change of category or level for a year; the code or plain words stand as the reason of the restriction. */
export const upgradeBarEvents = {
  accident: "发生较大以上生产安全事故，或者两次以上一般生产安全事故",
  quality: "发生重大以上质量责任事故",
  beyondScope: "超越许可范围从事承装（修、试）电力设施活动",
  misuse: "涂改、倒卖、出租、出借许可证，或者以其他形式非法转让许可证",
  subcontracting: "违法将承包的承装（修、试）电力设施工程转包或者分包",
} as const satisfies OptionMap;

/** Events that bar every application but 注销 for a time (行政许可法 78, 79). */
export const applicationBarEvents = {
  concealment: "隐瞒有关情况或者提供虚假材料申请许可",
  deceit: "以欺骗、贿赂等不正当手段取得许可",
} as const satisfies OptionMap;

/** All events an administrator may record; the codes of the two maps do not meet. */
export const barEvents = { ...upgradeBarEvents, ...applicationBarEvents } as const satisfies OptionMap;

export type BarEvent = keyof typeof barEvents;
