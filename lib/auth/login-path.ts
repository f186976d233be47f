import { localPath } from "./local-path";

export type Audience = "enterprise" | "staff";

/** 为什么要登录：还没登录、会话已结束、以另一类账号登录着、刚退出。 */
export type LoginReason = "required" | "ended" | "audience" | "signedOut";

const entries = {
  enterprise: { login: "/login", home: "/home", password: "/profile/password", security: "/profile/security" },
  staff: { login: "/admin/login", home: "/admin", password: "/admin/password", security: "/admin/security" },
} as const satisfies Record<Audience, { login: string; home: string; password: string; security: string }>;

/** 登录后默认去的页面。 */
export const homePath = (audience: Audience): string => entries[audience].home;

export const passwordPath = (audience: Audience): string => entries[audience].password;

/** 登录安全：动态口令、各处的登录。 */
export const securityPath = (audience: Audience): string => entries[audience].security;

/** 登录后的入口：由它决定去首页、原处，还是先改密码。 */
export const entrancePath = (back: unknown): string => {
  const target = localPath(back, "");
  return target === "" ? "/" : `/?${new URLSearchParams({ callbackUrl: target })}`;
};

/** 登录页地址，带着回来的路与原因。 */
export function loginPath(audience: Audience, back?: string, reason?: LoginReason): string {
  const query = new URLSearchParams();
  const target = back === undefined ? "" : localPath(back, "");
  if (target !== "" && target !== homePath(audience)) query.set("callbackUrl", target);
  if (reason) query.set("reason", reason);
  return query.size === 0 ? entries[audience].login : `${entries[audience].login}?${query}`;
}
