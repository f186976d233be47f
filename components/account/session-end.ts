const name = "session-ended";

/** 任何一次请求发现登录已过期：就地弹出登录框，填写的内容不动。 */
export function announceSessionEnd(): void {
  window.dispatchEvent(new Event(name));
}

/** 登记监听，返回取消登记。 */
export function onSessionEnd(listener: () => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

/** 答复说登录已过期的，就地请人登录；答复原样交回，由各处照常说明。 */
export function heedSessionEnd<R extends { ok: true } | { ok: false; code?: string }>(reply: R): R {
  if (!reply.ok && reply.code === "unauthenticated") announceSessionEnd();
  return reply;
}
