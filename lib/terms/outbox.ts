import type { OptionMap } from "./option-map";

/** Delivery states of a message in the outbox. */
export const outboxStates = {
  pending: "待发送",
  sending: "发送中",
  delivered: "已发送",
  kept: "已留存，未外发",
  failed: "发送失败",
} as const satisfies OptionMap;

export type OutboxStateCode = keyof typeof outboxStates;

/** What a message is about, by the first part of its template. */
export const outboxKinds: OptionMap = { verification: "验证码", invitation: "邀请同事", notice: "办理通知" };
