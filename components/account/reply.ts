import { heedSessionEnd } from "./session-end";

/** 服务端动作的答复，组件只认这个形状。 */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; fields: Readonly<Record<string, string>> };

export type Act<I, T = unknown> = (input: I) => Promise<Reply<T>>;

/** 请求没有送到：内容仍在页面上。 */
export const notDelivered: Reply<never> = { ok: false, code: "network", message: "未能提交，请检查网络后再试；填写的内容仍在本页。", fields: {} };

/** 调用动作；网络不通时也给出答复，登录已过期时就地请人登录。 */
export async function ask<I, T>(act: Act<I, T>, input: I): Promise<Reply<T>> {
  return heedSessionEnd(await act(input).catch(() => notDelivered));
}
