import type { OptionMap } from "./option-map";

/** To whom a notice (通知公告) is shown. */
export const noticeAudiences = {
  public: "公众",
  enterprises: "登录的企业",
} as const satisfies OptionMap;

export type NoticeAudienceCode = keyof typeof noticeAudiences;

/** States of a notice. */
export const noticeStates = {
  draft: "草稿",
  published: "已公布",
  withdrawn: "已撤下",
} as const satisfies OptionMap;

export type NoticeStateCode = keyof typeof noticeStates;

/** The word for a published notice whose day has not come. */
export const scheduledWord = "待公布";
