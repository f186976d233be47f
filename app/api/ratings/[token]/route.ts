import type { PublicActor } from "@/lib/access/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { strictTransport } from "@/lib/auth/content-policy";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";
import { openPhonePage } from "@/lib/services/evaluation/phone-page/open-phone-page";
import { submitPhonePage } from "@/lib/services/evaluation/phone-page/submit-phone-page";
import { refusalIn, reportFault } from "@/lib/services/platform/report-fault";
import { pagePolicies } from "./markup";
import { type Answer, messagePage, renderPhonePage } from "./pages";
import { draftOf, readForm } from "./read-submission";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string }> };

const visitorOf = (request: Request): PublicActor => ({ kind: "public", address: clientAddress(request.headers) });

/** 不经中间件，自带安全头；内容里有本次的表单，谁也不许留着。 */
function respond({ status, style, html, retryAfter }: Answer): Response {
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": pagePolicies[style],
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
      ...(usesSecureCookies() ? { "Strict-Transport-Security": strictTransport } : {}),
    },
  });
}

const refusals = {
  tooLarge: messagePage(413, ["填写的内容太多", "请返回上一页，把文字缩短后再提交。"]),
  wrongType: messagePage(415, ["没有收到填写的内容", "请重新扫码，在打开的页面上填写。"]),
};

/** 意外也是一页看得懂的话；填写的内容在浏览器的上一页里。 */
function faultPage(error: unknown): Response {
  if (refusalIn(error)?.code === "unavailable") {
    return respond({ ...messagePage(503, ["现在评价的人较多", "请过一会儿返回上一页再提交，填写的内容还在。"]), retryAfter: 5 });
  }
  return respond(messagePage(500, ["系统繁忙", `请稍后返回上一页再试。编号 ${reportFault(error)}`]));
}

/** 扫码打开的页面：没有脚本、不用登录、一个请求。 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    const view = openPhonePage(token);
    // 手里有的不再等一轮：一个 Promise 在这条路上要算作百分之二
    return respond(renderPhonePage(view instanceof Promise ? await view : view));
  } catch (error) {
    return faultPage(error);
  }
}

/** 【提交】：凭码里签过名的令牌，不凭 Cookie，所以不看来源；重复提交得到同一个感谢页。 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    const read = await readForm(request);
    if ("refused" in read) return respond(refusals[read.refused]);
    const { fields } = read;
    const submission = { draft: draftOf(fields), form: fields.get("form") ?? "", trap: fields.get("site") ?? "" };
    return respond(renderPhonePage(await submitPhonePage(visitorOf(request), token, submission)));
  } catch (error) {
    return faultPage(error);
  }
}
