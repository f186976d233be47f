import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth/current-actor";
import { audienceOf } from "@/lib/auth/gate";
import { localPath } from "@/lib/auth/local-path";
import { hindranceOf } from "@/lib/auth/hindrance";
import { homePath, loginPath } from "@/lib/auth/login-path";

type Query = { callbackUrl?: string | string[] };

/** 入口：按身份去各自的首页或登录前要去的页面；先要改密码、设置动态口令的先去那里。 */
export default async function EntrancePage({ searchParams }: { searchParams: Promise<Query> }) {
  const found = await currentSession();
  if (!found) redirect(loginPath("enterprise"));
  const { audience } = found.session;
  const hindrance = hindranceOf(found);
  if (hindrance) redirect(hindrance.page);
  const wanted = localPath((await searchParams).callbackUrl, homePath(audience));
  const needed = audienceOf(new URL(wanted, "http://local").pathname);
  redirect(needed === undefined || needed === audience ? wanted : homePath(audience));
}
