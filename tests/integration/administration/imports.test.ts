import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { enterpriseRow, licenceRow, type SheetRow, usccOf, workbookOf } from "@/tests/builders/import-file";
import { newStaff, register, signInAs } from "../accounts/fixtures";
import { freshDatabase } from "../database";

await freshDatabase();
const { db, transaction } = await import("@/lib/data/client");
const { checkImport } = await import("@/lib/services/imports/check-import");
const { applyImport, discardImport } = await import("@/lib/services/imports/apply-import");
const { exportImportFaults, getImport, listImports } = await import("@/lib/services/imports/list-imports");
const { importTemplate } = await import("@/lib/services/imports/import-template");
const { takeLicenceNumber } = await import("@/lib/services/licences/effects/issue-licence");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { listLicences } = await import("@/lib/services/licences/list-licences");

let administrator: Actor;
let next = 100;
const serials = (count: number): number[] => Array.from({ length: count }, () => next++);

beforeAll(async () => {
  administrator = await signInAs(await newStaff(["administrator"]), undefined, "staff");
});

const check = async (enterprises: readonly SheetRow[], licences: readonly SheetRow[] = []): Promise<string> =>
  (await checkImport(administrator, { file: await workbookOf(enterprises, licences), name: "旧登记簿.xlsx" })).id;

const inDatabase = async (codes: readonly number[]) => ({
  enterprises: await db().enterprise.count({ where: { uscc: { in: codes.map(usccOf) } } }),
  licences: await db().licence.count({ where: { enterprise: { uscc: { in: codes.map(usccOf) } } } }),
});

describe("导入既有企业与许可证", () => {
  it("L-6-09 issue 5 检查什么都不写；确认才写：企业没有账号，许可证编号照旧、第一版为导入，内容不再留存", async () => {
    const own = serials(3);
    const id = await check(own.map((serial) => enterpriseRow(serial)), own.map((serial) => licenceRow(serial)));
    expect(await inDatabase(own)).toEqual({ enterprises: 0, licences: 0 });
    expect(await getImport(administrator, id)).toMatchObject({ state: "checked", counts: { added: 6, updated: 0, unchanged: 0, faulty: 0 }, outcome: "added", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await applyImport(administrator, { id })).toEqual({ added: 6, updated: 0 });
    expect(await inDatabase(own)).toEqual({ enterprises: 3, licences: 3 });
    const [licence] = await db().licence.findMany({ where: { enterprise: { uscc: usccOf(own[0] ?? 0) } }, include: { versions: true, enterprise: { include: { accounts: true } } } });
    expect(licence).toMatchObject({ number: licenceRow(own[0] ?? 0).number, officeCode: "NEEB", state: "valid", enterprise: { accounts: [] }, versions: [{ version: 1, reason: "导入", caseId: null, holderName: `沈阳导入${own[0]}电力工程有限公司` }] });
    expect(await db().importRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "applied", content: null, appliedByName: "内网人员" });
    const audits = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(["import.check", "import.apply"]);
  });

  it("L-6-09 issue 5 导入的许可证查得到、列得出；以后发的证不与它同号", async () => {
    const [serial = 0] = serials(1);
    await applyImport(administrator, { id: await check([enterpriseRow(serial)], [licenceRow(serial, { number: "2-1-80812-2022" })]) });
    expect(await findPublicLicence("2-1-80812-2022")).toMatchObject({ state: "valid", version: { holderName: `沈阳导入${serial}电力工程有限公司` } });
    expect((await listLicences(administrator, { q: "2-1-80812" })).rows).toHaveLength(1);
    expect(await transaction((tx) => takeLicenceNumber(tx, "NEEB", { regionDigit: 2, officeDigit: 1 }, "2026-11-22"))).toBe("2-1-80813-2026");
  });

  it("L-6-09 issue 5 有一处错就都不写，错误清单说得出哪一格；确认被拒绝", async () => {
    const own = serials(2);
    const id = await check([enterpriseRow(own[0] ?? 0), enterpriseRow(own[1] ?? 0, { uscc: "91210102MA0000000A" })]);
    expect(await getImport(administrator, id)).toMatchObject({ state: "blocked", outcome: "faulty", rows: [{ sheet: "enterprises", line: 3 }] });
    const { name, bytes } = await exportImportFaults(administrator, id);
    expect(name).toBe("旧登记簿-错误清单.csv");
    expect(bytes.toString()).toContain("企业,3,");
    await expect(applyImport(administrator, { id })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("有错的 1 行") });
    expect(await inDatabase(own)).toEqual({ enterprises: 0, licences: 0 });
  });

  it("L-6-09 issue 5 检查之后系统变了：一行也不写，点名哪几行，报告随之更新", async () => {
    const own = serials(2);
    const id = await check(own.map((serial) => enterpriseRow(serial)));
    const taken = enterpriseRow(own[1] ?? 0);
    await register({ uscc: taken.uscc ?? "", unitName: "沈阳抢先注册电力有限公司" });
    await expect(applyImport(administrator, { id })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("企业第 3 行现为“有错”") });
    expect(await db().enterprise.count({ where: { uscc: usccOf(own[0] ?? 0) } })).toBe(0);
    expect(await getImport(administrator, id)).toMatchObject({ state: "blocked", counts: { added: 1, faulty: 1 } });
  });

  it("L-6-09 issue 5 十个人同时确认同一份，只写一次，别人得知是谁确认的", async () => {
    const own = serials(3);
    const id = await check(own.map((serial) => enterpriseRow(serial)), own.map((serial) => licenceRow(serial)));
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => applyImport(administrator, { id })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict", message: "这次导入已由内网人员确认" });
    expect(await inDatabase(own)).toEqual({ enterprises: 3, licences: 3 });
  });

  it("L-6-09 issue 5 写到一半，同一家企业刚好注册成功：一行也不写，请人再检查", async () => {
    const own = serials(2);
    const id = await check(own.map((serial) => enterpriseRow(serial)));
    let applying: Promise<unknown> | undefined;
    await transaction(async (tx) => {
      await tx.enterprise.create({ data: { name: "沈阳同时注册电力有限公司", uscc: usccOf(own[1] ?? 0), officeCode: "NEEB", particulars: {} } });
      applying = applyImport(administrator, { id }).catch((error: unknown) => error);
      // 等到它卡在唯一索引上，才放行注册
      await expect.poll(async () => (await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "query" LIKE '%INSERT INTO "Enterprise"%' AND "datname" = current_database()`).length, { timeout: 5_000 }).toBe(1);
    });
    expect(await applying).toMatchObject({ code: "conflict", message: expect.stringContaining("再检查一次") });
    expect(await db().enterprise.count({ where: { uscc: usccOf(own[0] ?? 0) } })).toBe(0);
    expect((await getImport(administrator, id)).state).toBe("checked");
  });

  it("L-6-09 issue 5 两份写着同一家的文件同时确认：一份成，另一份一行不写", async () => {
    const own = serials(4);
    const rows = own.map((serial) => enterpriseRow(serial));
    const ids = await Promise.all([check(rows.slice(0, 3)), check(rows.slice(1))]);
    const results = await Promise.allSettled(ids.map((id) => applyImport(administrator, { id })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await inDatabase(own)).enterprises).toBe(3);
  });

  it("L-6-09 issue 5 再导入同一份没有变化；更正的出新的一版，旧版还在", async () => {
    const [serial = 0] = serials(1);
    await applyImport(administrator, { id: await check([enterpriseRow(serial)], [licenceRow(serial)]) });
    expect(await getImport(administrator, await check([enterpriseRow(serial)], [licenceRow(serial)]))).toMatchObject({ counts: { added: 0, updated: 0, unchanged: 2 } });
    const correction = await check([enterpriseRow(serial, { legalRep: "赵敏" })], [licenceRow(serial, { "level-repair": "四级" })]);
    const person = { column: "法定代表人", before: "王磊", after: "赵敏" };
    expect(await getImport(administrator, correction)).toMatchObject({
      state: "checked", outcome: "updated", changedColumns: [{ column: "法定代表人", rows: 2 }, { column: "承修等级", rows: 1 }],
      rows: [{ sheet: "enterprises", changes: [person] }, { sheet: "licences", changes: [{ column: "承修等级", before: "五级", after: "四级" }, person] }],
    });
    await applyImport(administrator, { id: correction });
    const licence = await db().licence.findUniqueOrThrow({ where: { number: licenceRow(serial).number ?? "" }, include: { versions: { orderBy: { version: "asc" } } } });
    expect(licence.versions.map(({ version, reason, legalRep, scopeText }) => [version, reason, legalRep, scopeText])).toEqual([
      [1, "导入", "王磊", "承装四级、承修五级"], [2, "导入更正", "赵敏", "承装四级、承修四级"],
    ]);
  });

  it("L-6-09 issue 5 两千行一次写完，要么全有", async () => {
    const own = serials(1_000);
    const id = await check(own.map((serial) => enterpriseRow(serial)), own.map((serial) => licenceRow(serial)));
    await applyImport(administrator, { id });
    expect(await inDatabase(own)).toEqual({ enterprises: 1_000, licences: 1_000 });
  });

  it("L-6-09 issue 5 放弃之后内容清除，不能再确认；不是 .xlsx 的、没有那两张表的不收", async () => {
    const id = await check([enterpriseRow(serials(1)[0] ?? 0)]);
    await discardImport(administrator, { id });
    expect(await db().importRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "discarded", content: null });
    await expect(applyImport(administrator, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(checkImport(administrator, { file: Buffer.from("not a sheet"), name: "a.xlsx" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("L-6-09 issue 5 没有填的模板、两张空表在检查时就不收，请填写内容；什么也没有存下", async () => {
    const stored = await db().importRun.count();
    const { bytes } = await importTemplate(administrator);
    for (const file of [bytes, await workbookOf([], [])]) {
      await expect(checkImport(administrator, { file, name: "模板.xlsx" })).rejects.toMatchObject({ code: "invalid", message: "请在“企业”或“许可证”表中填写内容" });
    }
    expect(await db().importRun.count()).toBe(stored);
    expect((await listImports(administrator)).rows.map(({ fileName }) => fileName)).not.toContain("模板.xlsx");
  });
});
