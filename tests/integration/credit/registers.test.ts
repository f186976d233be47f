import { describe, expect, it } from "vitest";
import { creditCode } from "@/prisma/seed/identities";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { enterprise, office } = await import("../applications/fixtures");
const { staff } = await import("../review/cases");
const { importCreditRecords, listCreditRecords, saveCreditRecord } = await import("@/lib/services/credit/credit-register");
const { addPilotArea, listPilotAreas, removePilotArea } = await import("@/lib/services/credit/pilot-areas");
const { addInstitution, AddInstitutionInput, listInstitutions, removeInstitution } = await import("@/lib/services/enterprises/manage-institutions");
const { findInstitutions } = await import("@/lib/services/enterprises/institutions");

await office();
const administrator = await staff(["administrator"]);
const head = "统一社会信用代码,信用等级,自贸区试点,承诺制区域,容缺失信日期";
const csv = (...lines: string[]) => Buffer.from([head, ...lines].join("\r\n"));
const audits = (action: string) => db().auditEntry.findMany({ where: { action }, orderBy: { at: "asc" } });

describe("信用登记", () => {
  it("L-6-08 登记、修改、查找；原值与新值都进审计；限制期一并列出", async () => {
    const uscc = creditCode(701);
    const seen = async () => (await listCreditRecords(administrator, { q: uscc })).rows[0]?.version ?? "";
    await saveCreditRecord(administrator, { uscc: uscc.toLowerCase(), version: null, grade: "good", pilotZone: false, commitmentRegion: true, deferralDefaults: "2026-3-1" });
    await saveCreditRecord(administrator, { uscc, version: await seen(), grade: "trustworthy", pilotZone: true, commitmentRegion: true, deferralDefaults: "" });
    const actor = await enterprise();
    await db().enterprise.update({ where: { id: actor.enterpriseId }, data: { uscc } });
    await db().restriction.create({ data: { enterpriseId: actor.enterpriseId, kind: "deferral", fromOn: "2026-01-01", untilOn: "2099-01-01", reason: "未按时提交" } });
    const { rows } = await listCreditRecords(administrator, { q: "电力工程" });
    expect(rows).toMatchObject([{ uscc, gradeWord: "守信", pilotZone: true, deferralDefaults: [], updatedBy: administrator.name, restrictions: [{ kindWord: "不得容缺受理", active: true }] }]);
    expect((await audits("credit.save")).map(({ detail }) => detail)).toMatchObject([{ before: null, after: { deferralDefaults: ["2026-03-01"] } }, { before: { grade: "good" }, after: { grade: "trustworthy" } }]);
    await expect(saveCreditRecord(administrator, { uscc: "123", version: null, grade: "good", pilotZone: false, commitmentRegion: false, deferralDefaults: "去年" })).rejects.toMatchObject({
      code: "invalid", fields: { uscc: expect.any(String), deferralDefaults: expect.any(String) },
    });
  });

  it("L-6-08 登记已经登记过的退回，原来的不动；两人同时改，后存的退回；空的代码与等级一起说，失信日期不能在以后", async () => {
    const uscc = creditCode(711);
    const record = { uscc, version: null, grade: "trustworthy", pilotZone: true, commitmentRegion: false, deferralDefaults: "2026-03-01" };
    await saveCreditRecord(administrator, record);
    await expect(saveCreditRecord(administrator, { ...record, grade: "untrustworthy", deferralDefaults: "" })).rejects.toMatchObject({ code: "conflict", fields: { uscc: expect.stringContaining("已经登记") } });
    const stored = () => db().creditRecord.findUniqueOrThrow({ where: { uscc } });
    expect(await stored()).toMatchObject({ grade: "trustworthy", deferralDefaults: ["2026-03-01"] });
    const version = (await listCreditRecords(administrator, { q: uscc })).rows[0]?.version ?? "";
    await saveCreditRecord(administrator, { ...record, version, pilotZone: false });
    await expect(saveCreditRecord(administrator, { ...record, version, commitmentRegion: true })).rejects.toMatchObject({ code: "conflict", fields: { version: expect.stringContaining("刚被别人改过") } });
    expect(await stored()).toMatchObject({ pilotZone: false, commitmentRegion: false });
    await expect(saveCreditRecord(administrator, { ...record, uscc: "", grade: "", deferralDefaults: "2099-01-01" })).rejects.toMatchObject({
      code: "invalid", fields: { uscc: expect.any(String), grade: "请选择信用等级", deferralDefaults: "请核对 2099-01-01，这一天还没有到" },
    });
    const both = creditCode(712);
    const outcomes = await Promise.allSettled(["good", "trustworthy"].map((grade) => saveCreditRecord(administrator, { ...record, uscc: both, grade })));
    expect(outcomes.filter(({ status }) => status === "fulfilled"), "同时登记的只成一个").toHaveLength(1);
  });

  it("L-6-08 导入：先检查不写入，有一处错就都不写，没有错的全写；GB 18030 也读得出", async () => {
    const [first, second] = [creditCode(702), creditCode(703)];
    const good = csv(`${first},信用良好,是,否,`, `${second},失信,,,2026-01-05`);
    expect(await importCreditRecords(administrator, { file: good, apply: false })).toMatchObject({ applied: false, added: 2, changed: 0, faults: [] });
    expect(await db().creditRecord.count({ where: { uscc: { in: [first, second] } } })).toBe(0);
    const bad = await importCreditRecords(administrator, { file: csv(`${first},信用良好,,,`, `${second},极好,,,`), apply: true });
    expect(bad).toMatchObject({ applied: false, faults: [{ line: 3, column: "信用等级" }] });
    expect(await db().creditRecord.count({ where: { uscc: { in: [first, second] } } })).toBe(0);
    expect(await importCreditRecords(administrator, { file: good, apply: true })).toMatchObject({ applied: true, added: 2, changed: 0 });
    // 「统一社会信用代码,信用等级」与「守信」的 GB 18030 字节
    const gb = Buffer.concat([Buffer.from("cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2cd0c5d3c3b5c8bcb60d0a", "hex"), Buffer.from(`${first},`), Buffer.from("cad8d0c5", "hex")]);
    expect(await importCreditRecords(administrator, { file: gb, apply: true })).toMatchObject({ applied: true, added: 0, changed: 1 });
    expect(await db().creditRecord.findUniqueOrThrow({ where: { uscc: first } })).toMatchObject({ grade: "trustworthy", pilotZone: false });
    expect(await audits("credit.import")).toHaveLength(2);
    for (const file of [Buffer.alloc(0), Buffer.from("PK\u0000\u0003"), Buffer.alloc(1024 * 1024 + 1, "a")]) {
      await expect(importCreditRecords(administrator, { file, apply: true })).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("列表一页三十家，翻得到底", async () => {
    await db().creditRecord.createMany({ data: Array.from({ length: 70 }, (_, index) => ({ uscc: creditCode(800 + index), grade: "good" })), skipDuplicates: true });
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const { rows, next } = await listCreditRecords(administrator, after ? { after } : {});
      seen.push(...rows.map(({ uscc }) => uscc));
      if (!next) break;
      after = next;
    }
    expect(new Set(seen).size).toBe(await db().creditRecord.count());
  });
});

describe("试点范围与机构", () => {
  it("L-6-09 列入、移除地区；认不出的、已列入的说明；都有审计", async () => {
    const { id } = await addPilotArea(administrator, { kind: "freeTradeZone", region: "辽宁省/沈阳市" });
    await addPilotArea(administrator, { kind: "commitment", region: "辽宁省" });
    expect(await listPilotAreas(administrator)).toMatchObject([{ kind: "commitment", regionName: "辽宁省", regionCode: "21" }, { kind: "freeTradeZone", regionName: "辽宁省/沈阳市", regionCode: "2101" }]);
    await expect(addPilotArea(administrator, { kind: "freeTradeZone", region: "辽宁省/沈阳市" })).rejects.toMatchObject({ code: "conflict" });
    await expect(addPilotArea(administrator, { kind: "freeTradeZone", region: "辽宁" })).rejects.toMatchObject({ code: "invalid", fields: { region: expect.any(String) } });
    // 省已列入的，下面的市不再列；市已列入的，别的种类、别的市不受影响
    await expect(addPilotArea(administrator, { kind: "commitment", region: "辽宁省/大连市" })).rejects.toMatchObject({ code: "conflict", fields: { region: "辽宁省已经列入承诺制区域，辽宁省/大连市在其中，不必再列" } });
    await expect(addPilotArea(administrator, { kind: "freeTradeZone", region: "辽宁省/沈阳市/和平区" })).rejects.toMatchObject({ code: "conflict" });
    await removePilotArea(administrator, { id: (await addPilotArea(administrator, { kind: "freeTradeZone", region: "辽宁省/大连市" })).id });
    await removePilotArea(administrator, { id });
    await expect(removePilotArea(administrator, { id })).rejects.toMatchObject({ code: "notFound" });
    expect((await audits("pilotArea.remove"))[1]?.detail).toEqual({ before: { kind: "freeTradeZone", regionCode: "2101" }, after: null });
  });

  it("L-6-09 L-3.1-09 列为机构的在上级企业弹窗里查得到，移除后查不到；没有登记过的先登记", async () => {
    const actor = await enterprise();
    const uscc = creditCode(901);
    const { name } = await db().enterprise.update({ where: { id: actor.enterpriseId }, data: { uscc, name: "辽宁试验电力集团有限公司" } });
    const found = async () => (await findInstitutions(administrator, { name: "试验电力" })).institutions.map((one) => one.name);
    expect(await found()).toEqual([]);
    const added = await addInstitution(administrator, { name, uscc });
    expect(added).toEqual({ id: actor.enterpriseId, created: false });
    expect(await found()).toEqual([name]);
    await expect(addInstitution(administrator, { name, uscc })).rejects.toMatchObject({ code: "conflict" });
    await expect(addInstitution(administrator, { name: "别的名称", uscc })).rejects.toMatchObject({ code: "invalid", fields: { name: expect.stringContaining(name) } });
    for (const [short, words] of [["", "请输入机构名称"], ["电", "机构名称至少 2 个字"]]) expect(AddInstitutionInput.safeParse({ name: short, uscc }).error?.issues).toMatchObject([{ path: ["name"], message: words }]);
    await expect(addInstitution(administrator, { name: "新集团", uscc: "1" })).rejects.toMatchObject({ code: "invalid", fields: { uscc: expect.any(String) } });
    const created = await addInstitution(administrator, { name: "大连试验电力集团有限公司", uscc: creditCode(902) });
    expect(created.created).toBe(true);
    expect((await listInstitutions(administrator, { q: "试验" })).rows.map((row) => row.name).sort()).toEqual(["大连试验电力集团有限公司", name].sort());
    await removeInstitution(administrator, { id: added.id });
    expect(await found()).toEqual(["大连试验电力集团有限公司"]);
    await expect(removeInstitution(administrator, { id: added.id })).rejects.toMatchObject({ code: "notFound" });
    expect(await audits("institution.add")).toHaveLength(2);
  });
});
