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

/** 发件箱的一条，给人看的。 */
export interface OutboxRow {
  id: string;
  /** 已遮盖。 */
  recipient: string;
  kindWord: string;
  state: OutboxStateCode;
  attempts: number;
  resends: number;
  lastError: string;
  createdAt: string;
  /** 发送失败、又还用得着的。 */
  resendable: boolean;
}
