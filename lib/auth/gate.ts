import { type Audience, loginPath } from "./login-path";

const enterprisePages = ["/home", "/applications", "/evaluations", "/licences", "/profile", "/messages"];
const staffPages = ["/admin"];
const openPages = ["/admin/login"];

const isUnder = (path: string, places: readonly string[]): boolean => places.some((place) => path === place || path.startsWith(`${place}/`));

/** 这个地址要哪一类账号；公开页面为 undefined。 */
export function audienceOf(path: string): Audience | undefined {
  if (isUnder(path, openPages)) return undefined;
  if (isUnder(path, staffPages)) return "staff";
  return isUnder(path, enterprisePages) ? "enterprise" : undefined;
}

/**
 * 中间件的路标：该去登录的给出登录地址，否则为 undefined。
 * 只管引路，不是锁：每个服务还会自己判断权限。
 */
export function redirectFor(path: string, search: string, signedInAs: Audience | undefined): string | undefined {
  const needed = audienceOf(path);
  if (needed === undefined || needed === signedInAs) return undefined;
  return loginPath(needed, `${path}${search}`, signedInAs === undefined ? "required" : "audience");
}
