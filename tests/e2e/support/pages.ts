import type { Browser, BrowserContext } from "@playwright/test";
import { signIn, signInStaff } from "./accounts";
import { seedCase } from "./cases";
import { licenceId, newestNoticeId } from "./database";

/** A page of the system and who looks at it; `id` is a case that is there for it. */
export interface PageUnderTest {
  area: "public" | "enterprise" | "admin";
  name: string;
  path: string;
  account?: string;
}

const sections = ["application-category", "basic-information", "technical-lead", "safety-lead", "technicians", "skilled-workers", "performance", "submission"];

const open = (name: string, path: string): PageUnderTest => ({ area: "public", name, path });

/** Every page of the system, each with something on it. */
export async function listPages(): Promise<PageUnderTest[]> {
  const [draft, empty, correction, submitted, granted] = await Promise.all(
    ["draft-complete", "discarded", "correction", "submitted", "granted"].map(seedCase),
  );
  if (!draft || !empty || !correction || !submitted || !granted) throw new Error("no cases");
  const [licence, notice] = await Promise.all([licenceId(granted.licenceNumber ?? ""), newestNoticeId()]);
  const own = (seeded: { account: string }) => (name: string, path: string): PageUnderTest => ({ area: "enterprise", name, path, account: seeded.account });
  const staff = (account: string) => (name: string, path: string): PageUnderTest => ({ area: "admin", name, path, account });
  return [
    open("登录", "/login"), open("注册", "/register"), open("注册表", "/register/form"), open("找回密码", "/recover-password"), open("查验", "/verify"),
    open("查验结果", `/verify/${granted.licenceNumber}`), open("查无此证", "/verify/2-1-99999-2026"), open("办事指南", "/guides"), open("新申请指南", "/guides/new-licence"),
    open("通知公告", "/notices"), open("一条通知", `/notices/${notice}`), open("失效的邀请", "/invitation/no-such-invitation"), open("内网登录", "/admin/login"), open("没有的页面", "/no-such-page"),
    ...["首页 /home", "申请列表 /applications", "我的信息 /profile", "修改密码 /profile/password", "同事 /profile/colleagues", "消息 /messages", "许可证 /licences"].map((entry) => {
      const [name = "", path = ""] = entry.split(" ");
      return own(granted)(name, path);
    }),
    own(granted)("电子证照", `/licences/${licence}`), own(granted)("好差评", `/evaluations/${granted.applicationId}`), own(empty)("没有申请的首页", "/home"),
    own(draft)("申请目录", `/applications/${draft.applicationId}`), own(draft)("办理经过", `/applications/${draft.applicationId}/history`),
    ...sections.map((key) => own(draft)(`页签 ${key}`, `/applications/${draft.applicationId}/sections/${key}`)),
    own(correction)("待补正的目录", `/applications/${correction.applicationId}`), own(correction)("待补正的页签", `/applications/${correction.applicationId}/sections/safety-lead`),
    own(submitted)("已提交的页签", `/applications/${submitted.applicationId}/sections/technicians`),
    ...["intake", "review", "second-review", "signature"].map((stage, index) => staff(["shouli", "shencha", "fushen", "qianfa"][index] ?? "shouli")(`工作列表 ${stage}`, `/admin/queue/${stage}`)),
    staff("shouli")("查找案件", "/admin/queue?q=沈阳"), staff("shouli")("案件", `/admin/applications/${submitted.applicationId}`), staff("qianfa")("办结的案件", `/admin/applications/${granted.applicationId}`),
    staff("shouli")("许可证列表", "/admin/licences"), staff("shouli")("许可证", `/admin/licences/${licence}`), staff("pingjia")("评价列表", "/admin/evaluations"), staff("guanli")("发件箱", "/admin/outbox"), staff("guanli")("系统设置", "/admin/settings"),
    staff("guanli")("内网修改密码", "/admin/password"),
  ];
}

/** One signed-in browser for each person, kept for all the pages they look at. */
export async function signedInAs(browser: Browser, pages: readonly PageUnderTest[]): Promise<Map<string, BrowserContext>> {
  const contexts = new Map<string, BrowserContext>();
  for (const { account = "", area } of pages) {
    if (contexts.has(account)) continue;
    const context = await browser.newContext();
    contexts.set(account, context);
    if (account === "") continue;
    const page = await context.newPage();
    await (area === "admin" ? signInStaff(page, account) : signIn(page, account));
    await page.close();
  }
  return contexts;
}
