import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { readCertificate, readQr } from "./support/certificate";
import { answered, control, enter, enterAll, errorSummary, open, ready, save, upload } from "./support/fields";
import { addPerson, addRecord, arrive, dropScans, fillLead, goOn } from "./support/new-licence";
import { newcomer } from "./support/newcomer";
import { electricianEntries, experienceEntries, leadEntries, technicianEntries } from "./support/people-entries";
import { register } from "./support/register";
import { atDesk, decide } from "./support/review";
import { pdf } from "./support/scans";
import { importPeople } from "./support/sheets";

/** One enterprise, one application, from the first page to the rating; each part builds on the one before. */
test.describe.serial("从注册到评价：承装五级、承试五级", () => {
  const who = newcomer();
  const technicians = [11, 12, 13, 14, 15].map(who.person);
  const electricians = [21, 22, 23, 24, 25].map(who.person);
  let page: Page;
  let browserInUse: Browser;
  let applicationId = "";
  let licenceNumber = "";

  test.beforeAll(async ({ browser }) => {
    browserInUse = browser;
    page = await browser.newPage();
  });
  test.afterAll(() => page.close());

  test("L-1-01 L-2-01 L-3.1-01 L-3.1-02 L-3.1-03 P-1-05 注册并登录，首页是这家企业", async () => {
    await register(page, browserInUse, who);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(who.name);
  });

  test("L-3.5-01 L-3.5-02 L-4.1.1-01 从首页的承装修试业务许可申请开始，第一个页签是申请类别", async () => {
    const menu = page.getByRole("region", { name: "承装修试业务许可申请" });
    await menu.getByRole("link", { name: "许可证新申请", exact: true }).click();
    await page.waitForURL("**/guides/new-licence?start");
    await ready(page);
    await page.getByRole("button", { name: "开始填写" }).click();
    await arrive(page, "application-category");
    applicationId = /applications\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? "";
    await expect(page.getByRole("heading", { level: 1, name: "申请类别" })).toBeVisible();
  });

  test("L-4.0-01 L-4.1.1-02 L-4.1.1-06 L-4.1.1-07 L-4.1.1-10 L-4.1.1-11 L-4.1.1-12 L-4.1.2-01 申请类别：缺什么就不能下一步，填齐才进基本情况", async () => {
    await page.getByRole("button", { name: "下一步", exact: true }).click();
    await expect(errorSummary(page)).toContainText("完成后才能进入“基本情况”");
    await expect(errorSummary(page)).toContainText("法定代表人声明未上传");
    await enter(page, "申请性质", "首次申请");
    await page.getByRole("combobox", { name: "承装", exact: true }).selectOption({ label: "五级" });
    await page.getByRole("combobox", { name: "承试", exact: true }).selectOption({ label: "五级" });
    await enterAll(page, { 提交类型: "法定代表人提交", 提交人姓名: who.person(0).name, "提交人证件号（身份证号）": who.person(0).idNo, 提交人手机: who.person(0).mobile });
    await upload(page, "法定代表人自行提交声明及身份证", await pdf("自行提交声明.pdf"));
    await upload(page, "法定代表人声明", await pdf("法定代表人声明.pdf"));
    await goOn(page, "basic-information");
  });

  test("L-4.1.2-02 L-4.1.2-04 L-4.1.2-05 L-4.1.2-07 L-4.1.2-08 L-4.1.2-09 L-4.1.2-10 P-1-01 基本情况：注册信息只读，模板能下载，【保存】留在本页", async () => {
    await expect(control(page, "单位名称")).toHaveValue(who.name);
    await expect(control(page, "单位名称")).not.toBeEditable();
    await enterAll(page, { "总资产（万元）": "1000", "净资产（万元）": "600", 财务数据截止日期: "2026-06-30" });
    await expect(control(page, "净资产占比")).toHaveValue("60.00%");
    const answer = await answered(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
    expect(answer.headers()["x-action-revalidated"], "a save sends back its own answer, not the page").toBeUndefined();
    await expect(page).toHaveURL(/basic-information/);
    const shareholder = who.person(31);
    await addRecord(page, "股东+", {
      "股东（出资人）名称": shareholder.name, 股东类型: "自然人", 证件类型: "居民身份证", 证件号码: shareholder.idNo, "认缴出资额（万元）": "1000", "出资比例（%）": "100",
    });
    const [template] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^模板下载.*许可证申请表/ }).click()]);
    expect((await readFile(await template.path())).subarray(0, 2).toString()).toBe("PK");
    for (const slot of ["许可证申请表（签字盖章）", "营业执照/事业单位法人证书", "法定代表人身份证明", "审计报告或净资产证明", "安全生产组织和制度材料"]) {
      await upload(page, slot, await pdf(`${slot.replace("/", "或")}.pdf`));
    }
    await goOn(page, "technical-lead");
  });

  test("L-4.1.3-01 L-4.1.3-02 L-4.1.3-03 L-4.1.3-05 技术负责人：信息、工作经历、附件", async () => {
    await fillLead(page, leadEntries(who.person(1), "技术负责人"), {
      个人登记照: "登记照.png", 身份证: "身份证.pdf", 职称证书: "职称证书.pdf", 任职文件: "任职文件.pdf", 近三个月社会保险缴纳证明: "社保.pdf",
    });
    await addRecord(page, "工作经历+", experienceEntries(who.person(41)));
    await expect(control(page, "相关管理工作年限")).toHaveValue("8 年");
    await goOn(page, "safety-lead");
  });

  test("L-4.1.4-01 L-4.1.4-02 L-4.1.4-04 L-4.1.4-05 L-4.1.4-06 L-4.1.4-07 L-4.1.4-08 L-4.1.4-09 安全负责人：登记照，工作经历、培训经历的添加、修改、删除", async () => {
    await fillLead(page, leadEntries(who.person(2), "安全负责人"), {
      个人登记照: "登记照.png", 身份证: "身份证.pdf", 职称证书: "职称证书.pdf", 任职文件: "任职文件.pdf", 近三个月社会保险缴纳证明: "社保.pdf",
    });
    await addRecord(page, "工作经历+", experienceEntries(who.person(42)));
    await addRecord(page, "培训经历+", { 培训起始日期: "2024-03-04", 培训截止日期: "2024-03-08", 培训内容: "电力安全生产管理", 培训机构: "辽宁省电力行业协会" });
    const training = page.getByRole("table", { name: "培训经历" });
    await training.getByRole("button", { name: /^修改/ }).click();
    await enter(page.getByRole("dialog"), "培训机构", "辽宁省安全生产协会");
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定", exact: true }).click());
    await expect(training).toContainText("辽宁省安全生产协会");
    await addRecord(page, "培训经历+", { 培训起始日期: "2023-03-04", 培训截止日期: "2023-03-05", 培训内容: "多余的一条", 培训机构: "某机构" });
    await answered(page, () => training.getByRole("row").filter({ hasText: "多余的一条" }).getByRole("button", { name: /^删除/ }).click());
    await expect(training).not.toContainText("多余的一条");
    await save(page);
    await goOn(page, "technicians");
  });

  test("L-4.1.5-01 L-4.1.5-02 L-4.1.5-03 L-4.1.5-04 L-4.1.5-05 L-4.1.5-06 技术人员：表格导入、“＋”添加、编辑、删除，自动汇总，批量扫描件", async () => {
    await importPeople(page, technicians.slice(1).map(technicianEntries), "新增 4 行");
    const [first] = technicians;
    if (!first) throw new Error("no technician");
    await addPerson(page, "＋ 添加技术人员", technicianEntries(first));
    const roster = page.getByRole("table", { name: "电力相关技术人员" });
    const quota = page.getByLabel("电力相关技术人员汇总");
    await expect(quota).toContainText("5 / 5");
    const extra = who.person(16);
    await addPerson(page, "＋ 添加技术人员", technicianEntries(extra));
    await expect(quota).toContainText("6 / 5");
    await roster.getByRole("button", { name: `编辑 ${extra.name}` }).click();
    const sheet = page.getByRole("form", { name: /^编辑：/ });
    await enter(sheet, "职称级别", "中级");
    await answered(page, () => sheet.getByRole("button", { name: "确定", exact: true }).click());
    await expect(roster.getByRole("row").filter({ hasText: extra.name })).toContainText("中级");
    await answered(page, () => roster.getByRole("button", { name: `删除 ${extra.name}` }).click());
    await expect(quota).toContainText("5 / 5");
    await save(page);
    await dropScans(page, technicians, ["职称证书", "社会保险缴纳证明"]);
    await goOn(page, "skilled-workers");
  });

  test("L-4.1.6-01 L-4.1.6-02 L-4.1.6-03 专业技能人员：先选发证机关再【+】，表格导入，电工人员总数自动汇总", async () => {
    await importPeople(page, electricians.slice(1).map(electricianEntries), "新增 4 行");
    const [first] = electricians;
    if (!first) throw new Error("no electrician");
    await enter(page, "电工发证机关（添加前先选）", "应急管理部门（原安全监管部门）");
    const { 作业类别: category, ...entries } = electricianEntries(first);
    await addPerson(page, "+ 添加电工", { ...entries, 作业类别: [category ?? ""] });
    await expect(page.getByLabel("电工信息汇总")).toContainText("电工人员总数");
    await expect(page.getByLabel("电工信息汇总")).toContainText("5 / 5");
    await dropScans(page, electricians, ["电工证书", "身份证", "社会保险缴纳证明"]);
    await goOn(page, "performance");
  });

  test("L-4.0-02 L-4.0-04 L-4.1.1-03 L-4.1.10-01 L-4.1.10-02 业绩页签说明本级别不要求；资料提交逐项通过后提交", async () => {
    await expect(page.getByText("为必填；本级别不要求")).toBeVisible();
    await goOn(page, "submission");
    await expect(page.getByText("全部符合，可以提交。")).toBeVisible();
    await page.getByRole("checkbox", { name: "本单位对材料真实性负责" }).check();
    await page.getByRole("button", { name: /^资料提交/ }).click();
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定资料提交" }).click());
    await expect(page.getByRole("heading", { level: 1, name: "提交成功" })).toBeVisible();
    await atDesk(browserInUse, "shouli", applicationId, async (desk) => {
      await open(desk, "/admin/queue");
      await expect(desk.getByRole("row").filter({ hasText: who.name })).toContainText("待形审");
    });
  });

  test("L-4.0-04 受理岗逐项写意见，退回补正；企业改了再交", async () => {
    await atDesk(browserInUse, "shouli", applicationId, async (desk) => {
      await desk.getByRole("button", { name: "写意见：安全负责人 › 职称证书编号" }).click();
      await desk.getByLabel("意见内容").fill("与附件不一致，请核对。");
      await desk.getByRole("button", { name: "存为草稿" }).click();
      await expect(desk.getByRole("button", { name: "退回补正（1 条意见）" })).toBeVisible();
      await decide(desk, { label: "退回补正" });
    });
    await open(page, "/home");
    await page.getByRole("link", { name: /^去补正/ }).click();
    await page.waitForURL(`**/applications/${applicationId}`);
    await page.goto(`/applications/${applicationId}/sections/technical-lead`);
    await expect(page.getByRole("button", { name: "保存", exact: true })).toBeHidden();
    await open(page, `/applications/${applicationId}/sections/safety-lead`);
    await expect(page.getByText("与附件不一致，请核对。").first()).toBeVisible();
    await enter(page, "职称证书编号", "LNZC20150001");
    await save(page);
    await answered(page, () => page.getByRole("checkbox", { name: "已修改" }).click());
    await expect(page.getByRole("checkbox", { name: "已修改" })).toBeChecked();
    await open(page, `/applications/${applicationId}/sections/submission`);
    await page.getByRole("checkbox", { name: "本单位对材料真实性负责" }).check();
    await page.getByRole("button", { name: /^重新提交/ }).click();
    await answered(page, () => page.getByRole("dialog").getByRole("button", { name: "确定重新提交" }).click());
    await expect(page.getByRole("heading", { level: 1, name: "已重新提交" })).toBeVisible();
  });

  test("L-4.1.10-04 受理、审查、复审、签发由四人办，准予即生成许可证编号", async () => {
    await atDesk(browserInUse, "shouli", applicationId, async (desk) => {
      await expect(desk.getByText("原为").first()).toBeVisible();
      await answered(desk, () => desk.getByRole("button", { name: /^已解决，关闭/ }).click());
      await decide(desk, { label: "受理" });
    });
    await atDesk(browserInUse, "shencha", applicationId, async (desk) => {
      await decide(desk, { label: "开始审查" });
      await decide(desk, { label: "提出审查意见", said: { 意见: "材料齐全，符合五级条件。" } });
    });
    await atDesk(browserInUse, "fushen", applicationId, (desk) => decide(desk, { label: "提出复审意见", said: { 意见: "同意。" } }));
    await atDesk(browserInUse, "qianfa", applicationId, async (desk) => {
      await decide(desk, { label: "准予许可" });
      licenceNumber = /2-1-\d{5}-\d{4}/.exec(await desk.getByText(/许可证编号/).first().innerText())?.[0] ?? "";
    });
    expect(licenceNumber).toMatch(/^2-1-\d{5}-2026$/);
  });

  test("L-4.1.10-04 电子证照下载后读得回文字与二维码，扫码到查验页：有效", async () => {
    await open(page, "/licences");
    await page.getByRole("link", { name: licenceNumber }).first().click();
    await page.waitForURL("**/licences/*-*");
    const onScreen = await readQr(page.getByRole("img", { name: "查验二维码" }));
    expect(onScreen).toMatch(new RegExp(`/verify/${licenceNumber}$`));
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载电子证照（PDF）" }).click()]);
    const { text, qr } = await readCertificate(await readFile(await download.path()));
    for (const part of [licenceNumber, who.name, "承装类五级", "承试类五级", who.person(0).name, "国家能源局东北监管局"]) expect(text).toContain(part);
    expect(qr).toBe(onScreen);
    const visitor = await browserInUse.newPage();
    await visitor.goto(new URL(qr ?? "").pathname);
    await expect(visitor.getByText("有效", { exact: true })).toBeVisible();
    await expect(visitor.getByText(who.name)).toBeVisible();
    await visitor.close();
  });

  test("L-3.5-05 L-5.1.1-01 L-5.1.1-02 L-5.1.2-01 L-5.1.2-02 L-5.1.2-03 L-5.1.2-04 办结后待办里有好差评；评价保存回首页，待办随之消失；同一手机号五天内不能再评", async () => {
    await open(page, "/home");
    await page.getByRole("link", { name: /^去评价/ }).click();
    await page.waitForURL("**/evaluations/*");
    await ready(page);
    const form = page.getByRole("form", { name: "好差评" });
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await expect(errorSummary(page)).toContainText("请选择满意度");
    await expect(errorSummary(page)).toContainText("请填写手机号码");
    await form.getByText("非常满意").click();
    await form.getByRole("checkbox", { name: "可以全程网上办理" }).check();
    await enter(form, "手机号码", who.mobile);
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await page.waitForURL("**/home");
    await expect(page.getByRole("link", { name: /^去评价/ })).toBeHidden();
    await page.goto(`/evaluations/${applicationId}`);
    await expect(page.getByText("这次服务已经评价过了")).toBeVisible();
  });
});
