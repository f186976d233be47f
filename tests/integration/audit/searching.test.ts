import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import type { AuditQuery } from "@/lib/audit/query";
import { freshDatabase } from "../database";

await freshDatabase();
const { db, sql } = await import("@/lib/data/client");
const { enterprise } = await import("../applications/fixtures");
const { staff } = await import("../review/cases");
const { register, signInAs, visitor } = await import("../accounts/fixtures");
const { recordAudit } = await import("@/lib/services/audit/record-audit");
const { exportAudit } = await import("@/lib/services/audit/export-audit");
const { getAuditEntry, getChainState, listAudit } = await import("@/lib/services/audit/search-audit");
const { sealAudit } = await import("@/lib/services/jobs/seal-audit");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { choosePasswordProfile, confirmOfficeDigits } = await import("@/lib/services/settings/manage-settings");
const { addInstitution, removeInstitution } = await import("@/lib/services/enterprises/manage-institutions");
const { addPilotArea, removePilotArea } = await import("@/lib/services/credit/pilot-areas");
const { importCreditRecords, saveCreditRecord } = await import("@/lib/services/credit/credit-register");
const { getProfile, saveProfile } = await import("@/lib/services/enterprises/profile");
const { newUscc } = await import("../accounts/fixtures");
const { seen } = await import("../security/seen");

let auditor: StaffActor;
let administrator: StaffActor;
beforeAll(async () => {
  auditor = { ...(await staff(["auditor"], "郑审计")), address: "10.1.1.1" };
  administrator = { ...(await staff(["administrator"], "吴管理")), address: "10.2.2.2" };
});

/** 一页一页取到底。 */
async function listAll(query: AuditQuery) {
  const rows = [];
  for (let after: string | undefined; ; ) {
    const page = await listAudit(auditor, query, after);
    rows.push(...page.rows);
    if (!page.next) return rows;
    after = page.next;
  }
}

const latest = async (action: string) => (await db().auditEntry.findFirstOrThrow({ where: { action }, orderBy: [{ at: "desc" }, { id: "desc" }] }));
const factsOf = async (action: string) => (await getAuditEntry(auditor, (await latest(action)).id)).facts;

describe("查找审计", () => {
  it("谁、何时、什么、从哪里：登录着的人也记来源；按人、动作、对象、编号、来源查", async () => {
    await choosePasswordProfile(administrator, { profile: "asvs" });
    await choosePasswordProfile(administrator, { profile: "djbh3" });
    const [row] = (await listAudit(auditor, { action: "settings.change" })).rows;
    expect(row).toMatchObject({ who: "吴管理", side: "内网", action: "修改设置", subject: "设置", about: "密码策略", address: "10.2.2.2", summary: "密码策略：长度优先 → 等级保护三级" });
    const { login } = await db().account.findUniqueOrThrow({ where: { id: administrator.accountId } });
    for (const query of [{ person: "吴管" }, { person: login }, { address: "10.2.2.2" }, { id: "passwordProfile" }, { id: "密码策略" }, { subject: "Setting" }] satisfies AuditQuery[]) {
      expect((await listAll(query)).map(({ action }) => action), JSON.stringify(query)).toContain("修改设置");
    }
    expect(await listAll({ person: "吴管", action: "account.signIn" })).toEqual([]);
    expect(await listAll({ person: "%" })).toEqual([]);
  });

  it("登录记在登录的人名下；公众、系统也查得到；一家企业的代码带出它的案件", async () => {
    const { login, particulars } = await register();
    await signInAs(login);
    expect((await listAll({ person: login })).map(({ action }) => action)).toContain("登录");
    expect((await listAll({ person: "公众" })).map(({ action }) => action)).toContain("注册企业");
    await recordAudit(db(), { actor: systemActor, action: "attachment.tidy", subject: "Attachment" });
    expect((await listAll({ person: "系统" })).every(({ side }) => side === "系统")).toBe(true);
    const { startApplication } = await import("@/lib/services/applications/start-application");
    await startApplication(await signInAs(login), { business: "new-licence" });
    expect((await listAll({ id: (particulars.uscc ?? "").toLowerCase() })).map(({ action }) => action)).toEqual(expect.arrayContaining(["注册企业", "开始申请"]));
  });

  it("时间按北京时间的整天，起止都算在内", async () => {
    const on = async (id: string, at: string) => db().auditEntry.create({ data: { actorName: "系统", audience: "system", action: "attachment.tidy", subject: "Attachment", subjectId: id, at: new Date(at) } });
    await on("early", "2026-03-01T15:59:59.999Z");
    await on("first", "2026-03-01T16:00:00.000Z");
    await on("last", "2026-03-03T15:59:59.999Z");
    await on("late", "2026-03-03T16:00:00.000Z");
    expect((await listAll({ since: "2026-03-02", until: "2026-03-03" })).map(({ about }) => about)).toEqual(["last", "first"]);
  });

  it("翻页不重不漏，同一毫秒的也是；认不出的起点当第一页", async () => {
    await db().auditEntry.createMany({ data: Array.from({ length: 95 }, (_, n) => ({ actorName: "系统", audience: "system", action: "attachment.tidy", subject: "Attachment", subjectId: `page-${n}`, at: new Date("2026-04-01T00:00:00Z") })) });
    const found = (await listAll({ since: "2026-04-01", until: "2026-04-01" })).map(({ about }) => about);
    expect([found.length, new Set(found).size]).toEqual([95, 95]);
    const first = await listAudit(auditor, { since: "2026-04-01" });
    for (const after of ["x", "2026-04-01T00:00:00Z_1", "'; DROP TABLE", "9999_x"]) expect(await listAudit(auditor, { since: "2026-04-01" }, after)).toEqual(first);
  });

  it("按人、编号、来源查的，查找本身记入审计，号码遮盖；翻页与按时间查不另记", async () => {
    const count = () => db().auditEntry.count({ where: { action: "audit.search" } });
    const before = await count();
    const { next } = await listAudit(auditor, {});
    await listAudit(auditor, { since: "2026-04-01", action: "attachment.tidy" });
    await listAudit(auditor, { person: "吴管理" }, next);
    expect(await count()).toBe(before);
    await listAudit(auditor, { person: "吴管理", id: "11010519491231002X" });
    expect(await latest("audit.search")).toMatchObject({ actorId: auditor.accountId, address: "10.1.1.1", detail: { person: "吴管理", id: "110105********002X" } });
    expect(await count()).toBe(before + 1);
  });

  it("详情有链上的位置；还没有封存的没有；链首与待封存的条数", async () => {
    await recordAudit(db(), { actor: systemActor, action: "attachment.tidy", subject: "Attachment" });
    const { id } = await latest("attachment.tidy");
    expect((await getAuditEntry(auditor, id)).seal).toBeUndefined();
    expect((await getChainState(auditor)).waiting).toBeGreaterThan(0);
    await sealAudit(systemActor);
    const [{ seal }, { head, waiting }] = [await getAuditEntry(auditor, id), await getChainState(auditor)];
    expect([seal?.seq, waiting]).toEqual([head?.seq, 0]);
    expect(seal?.chainHash).toBe(head?.hash);
    await expect(getAuditEntry(auditor, "nothing")).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("对象的名称", () => {
  it("通知用标题、导入用文件名，后来的一条不再写内容的也是；名单里的人用姓名", async () => {
    const { saveNotice, withdrawNotice } = await import("@/lib/services/communication/manage-notices");
    const { id } = await saveNotice(administrator, { id: null, revision: 0, title: "停机维护的通知", body: "今晚停机。", audience: "public", officeCode: "", pinned: false, publishOn: "", publish: true });
    const { revision } = await db().notice.findUniqueOrThrow({ where: { id } });
    await withdrawNotice(administrator, { id, revision, reason: "改期再发" });
    const notices = (await listAudit(auditor, { subject: "Notice" })).rows.map(({ action, about, summary }) => [action, about, summary]);
    expect(notices[0]).toEqual(["撤下通知公告", "停机维护的通知", "理由：改期再发"]);
    const { checkImport } = await import("@/lib/services/imports/check-import");
    const { enterpriseRow, workbookOf } = await import("@/tests/builders/import-file");
    await checkImport(administrator, { file: await workbookOf([enterpriseRow(1)], []), name: "旧登记簿.xlsx" });
    expect((await listAudit(auditor, { subject: "ImportRun" })).rows[0]?.about).toBe("旧登记簿.xlsx");
    const filter = { cut: "all", holder: administrator.accountId };
    await recordAudit(db(), { actor: systemActor, action: "queue.export", subject: "Case", detail: { query: filter, format: "csv", rows: 1 } });
    expect((await factsOf("queue.export")).find(({ label }) => label === "承办人")).toMatchObject({ value: expect.stringContaining("吴管理") });
  });
});

describe("改前改后", () => {
  it("设置、机构编号、机构、地区、信用、企业信息：各项都有前后，用文字说", async () => {
    await confirmOfficeDigits(administrator, { code: "NEEB", version: await seen.digits(administrator, "NEEB"), regionDigit: 7, officeDigit: 1 });
    expect(await factsOf("settings.officeDigits")).toEqual([{ label: "区域数字", before: "2", after: "7" }]);

    const { id } = await addInstitution(administrator, { name: "辽宁某电力集团有限公司", uscc: newUscc() });
    expect(await factsOf("institution.add")).toEqual(expect.arrayContaining([{ label: "名称", before: "无", after: "辽宁某电力集团有限公司" }, { label: "机构", before: "无", after: "是" }]));
    await removeInstitution(administrator, { id });
    expect(await factsOf("institution.remove")).toEqual([{ label: "机构", before: "是", after: "否" }]);

    const area = await addPilotArea(administrator, { kind: "freeTradeZone", region: "辽宁省/沈阳市" });
    expect(await factsOf("pilotArea.add")).toEqual([{ label: "种类", before: "无", after: "自贸区试点范围" }, { label: "地区", before: "无", after: "辽宁省/沈阳市" }]);
    await removePilotArea(administrator, area);
    expect(await factsOf("pilotArea.remove")).toEqual([{ label: "种类", before: "自贸区试点范围", after: "无" }, { label: "地区", before: "辽宁省/沈阳市", after: "无" }]);

    const uscc = newUscc();
    await saveCreditRecord(administrator, { uscc, version: null, grade: "good", pilotZone: false, commitmentRegion: false, deferralDefaults: "" });
    await importCreditRecords(administrator, { file: Buffer.from(`统一社会信用代码,信用等级\n${uscc},失信\n`), apply: true });
    expect(await factsOf("credit.import")).toEqual(expect.arrayContaining([{ label: `${uscc} 信用等级`, before: "信用良好", after: "失信" }]));
  });

  it("企业信息修改：只列改了的，号码遮盖", async () => {
    const owner = await signInAs((await register()).login);
    const { facts, revision } = await getProfile(owner);
    await saveProfile(owner, { revision, particulars: { ...facts, contact: "赵新", contactMobile: "13912340000" }, parentId: null });
    expect(await factsOf("enterprise.edit")).toEqual([
      { label: "联系人", before: "李丽", after: "赵新" },
      { label: "联系人手机", before: expect.stringMatching(/^139\*{4}\d{4}$/), after: "139****0000" },
    ]);
  });
});

describe("导出", () => {
  const query: AuditQuery = { since: "2026-05-01", until: "2026-05-01" };
  beforeAll(async () => {
    const entry = { actorName: "=cmd|'/c calc'!A1", audience: "enterprise", action: "colleague.invite", subject: "Invitation", at: new Date("2026-05-01T03:04:05Z") };
    await db().auditEntry.createMany({ data: [{ ...entry, subjectId: "+1", detail: { displayName: '王"丽",甲', mobile: "139****0001" } }, { ...entry, actorName: "李", subjectId: "b" }] });
  });

  it("CSV：与页面同样的条件，像公式的失效，引号与逗号照规矩；电子表格认得是 UTF-8", async () => {
    const { name, mediaType, bytes } = await exportAudit(auditor, query, "csv");
    expect([name, mediaType]).toEqual([expect.stringMatching(/^审计_\d{4}-\d\d-\d\d\.csv$/), "text/csv; charset=utf-8"]);
    const text = bytes.toString("utf8");
    expect(text.startsWith("\uFEFF时间,人,哪一侧,动作,对象,编号或名称,来源地址,内容,标识\r\n")).toBe(true);
    expect(text).toContain(`2026年5月1日 11:04:05,'=cmd|'/c calc'!A1,企业,邀请同事,邀请,'+1,,"姓名：王""丽"",甲；手机：139****0001",`);
    expect(text.trimEnd().split("\r\n")).toHaveLength(3);
  });

  it("Excel：同样的行，公式失效", async () => {
    const { bytes } = await exportAudit(auditor, query, "xlsx");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.actualRowCount).toBe(3);
    const cells = sheet?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])).filter((cell) => cell !== undefined);
    expect(cells).toContain("'=cmd|'/c calc'!A1");
    expect(cells?.every((cell) => typeof cell === "string")).toBe(true);
  });

  it("每次导出记入审计：条件、格式、条数", async () => {
    await exportAudit(auditor, { ...query, person: "13912345678" }, "csv");
    expect((await latest("audit.export")).detail).toEqual({ since: "2026-05-01", until: "2026-05-01", person: "139****5678", format: "csv", entries: 0 });
  });

  it("太多的请缩小范围，一条也不导出", async () => {
    await sql().query(`INSERT INTO "AuditEntry" ("id", "actorName", "audience", "action", "subject", "at") SELECT gen_random_uuid(), '系统', 'system', 'attachment.tidy', 'Attachment', '2026-06-01T00:00:00Z' FROM generate_series(1, 10001)`);
    await expect(exportAudit(auditor, { since: "2026-06-01", until: "2026-06-01" }, "xlsx")).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("10000") });
    expect((await exportAudit(auditor, { since: "2026-06-01", until: "2026-06-01" }, "csv")).bytes.length).toBeGreaterThan(500_000);
  });
});

describe("审计员与别的岗位分开", () => {
  it("审计员兼任别的岗位，数据库不收", async () => {
    await expect(staff(["auditor", "intake"])).rejects.toThrow("auditor_alone");
    await expect(db().account.update({ where: { id: administrator.accountId }, data: { roles: ["administrator", "auditor"] } })).rejects.toThrow("auditor_alone");
    await expect(staff(["intake", "examiner"])).resolves.toBeTruthy();
  });

  it("系统管理员、企业、公众都看不了审计", async () => {
    for (const actor of [administrator, await staff(["intake"]), await enterprise()]) {
      for (const deed of [() => listAudit(actor), () => getChainState(actor), () => exportAudit(actor, {}, "csv")]) await expect(deed()).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listAudit(visitor())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
