import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth/current-actor";
import { audienceOf } from "@/lib/auth/gate";
import { localPath } from "@/lib/auth/local-path";
import { homePath, loginPath, passwordPath } from "@/lib/auth/login-path";

type Query = { callbackUrl?: string | string[] };

/** 入口：按身份去各自的首页或登录前要去的页面；密码到期的先请他修改。 */
export default async function EntrancePage({ searchParams }: { searchParams: Promise<Query> }) {
  const found = await currentSession();
  if (!found) redirect(loginPath("enterprise"));
  const { audience } = found.session;
  if (found.passwordDue) redirect(passwordPath(audience));
  const wanted = localPath((await searchParams).callbackUrl, homePath(audience));
  const needed = audienceOf(new URL(wanted, "http://local").pathname);
  redirect(needed === undefined || needed === audience ? wanted : homePath(audience));
}
