import type { Browser, BrowserContext } from "@playwright/test";
import { signIn, signInStaff } from "./accounts";
import { seedCases } from "./cases";
import { accountId, administrationRecords, counterpartyOf, licenceId, liveCodeId, noticeIdWithAddress } from "./database";

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
  const [draft, empty, correction, submitted, granted, change, reissue, cancellation, scope, renewal, division, merger, resubmitted, reviewed] = await seedCases(
    "draft-complete", "discarded", "correction", "submitted", "granted", "registration-change-draft-complete", "reissue-draft", "cancellation-draft",
    "scope-change-draft", "renewal-granted", "division-draft-complete", "merger-submitted", "resubmitted", "under-review",
  );
  const counterparty = { account: (await counterpartyOf(merger.applicationId)).login };
  const [licence, notice] = await Promise.all([licenceId(granted.licenceNumber ?? ""), noticeIdWithAddress()]);
  const { importId, claimId } = await administrationRecords();
  const own = (seeded: { account: string }) => (name: string, path: string): PageUnderTest => ({ area: "enterprise", name, path, account: seeded.account });
  const staff = (account: string) => (name: string, path: string): PageUnderTest => ({ area: "admin", name, path, account });
  return [
    open("登录", "/login"), open("注册", "/register"), open("注册表", "/register/form"), open("找回密码", "/recover-password"), open("查验", "/verify"),
    open("文书核对", "/verify/documents"), open("查无的文书", "/verify/documents?number=东北监能许可〔2026〕准1号&code=00000000"), open("查验结果", `/verify/${granted.licenceNumber}`), open("查无此证", "/verify/2-1-99999-2026"), open("办事指南", "/guides"), open("新申请指南", "/guides/new-licence"),
    open("通知公告", "/notices"), open("好差评公示", "/published-ratings"), open("一条通知", `/notices/${notice}`), open("失效的邀请", "/invitation/no-such-invitation"), open("内网登录", "/admin/login"), open("没有的页面", "/no-such-page"), open("没有的页面：通知", "/notices/no-such-notice"),
    own(granted)("没有的页面：申请", "/applications/no-such-case"), staff("shouli")("没有的页面：案件", "/admin/applications/no-such-case"),
    ...["首页 /home", "申请列表 /applications", "我的信息 /profile", "修改密码 /profile/password", "在册人员 /profile/people", "同事 /profile/colleagues", "消息 /messages", "许可证 /licences"].map((entry) => {
      const [name = "", path = ""] = entry.split(" ");
      return own(granted)(name, path);
    }),
    own(granted)("电子证照", `/licences/${licence}`), own(granted)("好差评", `/evaluations/${granted.applicationId}`), own(empty)("没有申请的首页", "/home"),
    own(draft)("申请目录", `/applications/${draft.applicationId}`), own(draft)("办理经过", `/applications/${draft.applicationId}/history`),
    ...sections.map((key) => own(draft)(`页签 ${key}`, `/applications/${draft.applicationId}/sections/${key}`)),
    ...["change-applicant", "particulars-changes", "change-attachments"].map((key) => own(change)(`页签 ${key}`, `/applications/${change.applicationId}/sections/${key}`)),
    own(scope)("许可事项变更的申请信息", `/applications/${scope.applicationId}/sections/application-category`), own(scope)("沿用来的页签", `/applications/${scope.applicationId}/sections/technical-lead`),
    own(renewal)("延续过的许可证", `/licences/${await licenceId(renewal.licenceNumber ?? "")}`), own(renewal)("延续的办理经过", `/applications/${renewal.applicationId}/history`),
    staff("shouli")("延续的案件", `/admin/applications/${renewal.applicationId}`),
    own(reissue)("补（换）证", `/applications/${reissue.applicationId}/sections/reissue`), own(cancellation)("注销", `/applications/${cancellation.applicationId}/sections/cancellation`),
    ...["division-type", "application-category", "submission"].map((key) => own(division)(`分立 ${key}`, `/applications/${division.applicationId}/sections/${key}`)),
    own(merger)("合并 application-category", `/applications/${merger.applicationId}/sections/application-category`), own(counterparty)("确认合并", `/confirmations/${merger.applicationId}`),
    own(submitted)("业务办理终止申请", "/termination"), own(granted)("待评价", "/evaluations"),
    own(correction)("待补正的目录", `/applications/${correction.applicationId}`), own(correction)("待补正的页签", `/applications/${correction.applicationId}/sections/safety-lead`),
    own(submitted)("已提交的页签", `/applications/${submitted.applicationId}/sections/technicians`),
    ...["intake", "review", "second-review", "signature"].map((stage, index) => staff(["shouli", "shencha", "fushen", "qianfa"][index] ?? "shouli")(`工作列表 ${stage}`, `/admin/queue/${stage}`)),
    staff("shouli")("查找案件", "/admin/queue?q=沈阳"), staff("qianfa")("全部案件", "/admin/queue?cut=all"), staff("qianfa")("人员与外出", "/admin/queue/people"), staff("qianfa")("办理统计", "/admin/statistics"), staff("guanli")("全部单位的办理统计", "/admin/statistics?period=2026"), staff("shouli")("案件", `/admin/applications/${submitted.applicationId}`), staff("shouli")("再次提交的案件", `/admin/applications/${resubmitted.applicationId}`), staff("shouli")("从前的一次提交", `/admin/applications/${resubmitted.applicationId}?round=1`), staff("shencha")("现场核查", `/admin/applications/${reviewed.applicationId}/site-visit`), staff("shouli")("合并的案件", `/admin/applications/${merger.applicationId}`), staff("qianfa")("办结的案件", `/admin/applications/${granted.applicationId}`),
    staff("shouli")("许可证列表", "/admin/licences"), staff("shouli")("许可证", `/admin/licences/${licence}`), staff("pingjia")("评价列表", "/admin/evaluations"), staff("pingjia")("好差评统计", "/admin/evaluations/figures"), staff("guanli")("数据交换", "/admin/exchange"), staff("pingjia")("一次一评二维码", "/admin/evaluations/codes/visit"), staff("pingjia")("一事一评二维码", "/admin/evaluations/codes/matter"), staff("pingjia")("一个二维码", `/admin/evaluations/codes/${await liveCodeId()}`), staff("guanli")("发件箱", "/admin/outbox"), staff("guanli")("系统设置", "/admin/settings"),
    staff("guanli")("信用登记", "/admin/credit"), staff("guanli")("限制期", "/admin/credit/restrictions"), staff("pingjia")("差评办理", "/admin/evaluations/bad"), staff("guanli")("试点范围", "/admin/areas"), staff("guanli")("机构", "/admin/institutions"), staff("guanli")("导入", "/admin/imports"), staff("guanli")("导入的报告", `/admin/imports/${importId}`), staff("guanli")("认领申请", "/admin/claims"), staff("guanli")("核实认领", `/admin/claims/${claimId}`), staff("guanli")("通知公告管理", "/admin/notices"), staff("guanli")("起草通知", "/admin/notices/new"),
    staff("guanli")("公布的通知", `/admin/notices/${notice}`), staff("guanli")("条件标准", "/admin/settings/rule-sets"), staff("guanli")("两套标准的不同", "/admin/settings/rule-sets?view=differences"), staff("guanli")("期限", "/admin/settings/rule-sets?view=limits"), staff("guanli")("编号样式", "/admin/settings/numbers"),
    staff("guanli")("意见常用语", "/admin/phrases"), staff("shencha")("后续任务", "/admin/follow-ups"), staff("shencha")("许可证届满", "/admin/follow-ups/expiring"), staff("guanli")("节假日安排", "/admin/settings/calendar"), staff("shouli")("文书", "/admin/documents"), staff("fushen")("送达过的文书", "/admin/documents?state=delivered"),
    staff("shenji")("审计", "/admin/audit"), staff("guanli")("内网修改密码", "/admin/password"), staff("shencha")("内网登录安全", "/admin/security"), own(granted)("登录安全", "/profile/security"),
    staff("guanli")("人员", "/admin/people"), staff("guanli")("新建账号", "/admin/people/new"), staff("guanli")("一位内网人员", `/admin/people/${await accountId("shencha")}`),
    staff("guanli")("企业账号", "/admin/enterprise-accounts?q=沈阳"), staff("guanli")("派出机构", "/admin/offices"),
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
