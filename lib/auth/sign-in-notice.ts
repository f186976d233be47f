import type { Audience } from "./login-path";

type Query = Readonly<Record<string, string | string[] | undefined>>;

const reasons: Readonly<Record<Audience, Readonly<Record<string, { tone: "info" | "warn" | "good"; text: string }>>>> = {
  enterprise: {
    required: { tone: "info", text: "请先登录，登录后继续打开您要的页面。" },
    ended: { tone: "warn", text: "登录已结束，请重新登录；未保存的内容留在这台电脑上，回到原页可以恢复。" },
    audience: { tone: "warn", text: "您现在用的是内网账号，不能打开企业的页面，请使用企业账号登录。" },
    signedOut: { tone: "good", text: "您已退出登录。" },
  },
  staff: {
    required: { tone: "info", text: "请先登录，登录后继续打开您要的页面。" },
    ended: { tone: "warn", text: "登录已结束，请重新登录。" },
    audience: { tone: "warn", text: "您现在用的是企业账号，不能进入内网，请使用内网账号登录。" },
    signedOut: { tone: "good", text: "您已退出登录。" },
  },
};

const text = (value: string | string[] | undefined): string => (typeof value === "string" ? value.slice(0, 60) : "");

/** 登录页上方的一句话，与预先填好的登录账号。 */
export function signInNotice(audience: Audience, query: Query): { notice?: { tone: "info" | "warn" | "good"; text: string }; login: string } {
  if (text(query.registered)) return { notice: { tone: "good", text: "注册成功，请用刚设置的账号登录。" }, login: text(query.registered) };
  if (text(query.recovered)) return { notice: { tone: "good", text: "新密码已生效，请用新密码登录。" }, login: text(query.recovered) };
  const reason = text(query.reason);
  const notice = Object.hasOwn(reasons[audience], reason) ? reasons[audience][reason] : undefined;
  return { ...(notice ? { notice } : {}), login: "" };
}
