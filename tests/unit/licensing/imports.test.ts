import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeImport, readImport } from "@/lib/licensing/imports/judge";
import type { KnownEnterprise, KnownLicence, KnownRegister } from "@/lib/licensing/imports/register";
import { changedColumns, changedRows, countsOf, type ImportPlan } from "@/lib/licensing/imports/report";
import { offices } from "@/lib/licensing/offices";
import { contentOf, enterpriseRow, licenceRow, type SheetRow, usccOf } from "@/tests/builders/import-file";

const today = "2026-11-22";

const knownOf = (enterprises: readonly KnownEnterprise[] = [], licences: readonly KnownLicence[] = []): KnownRegister => ({
  today, offices,
  enterprises: new Map(enterprises.map((one) => [one.uscc, one])),
  names: new Map(enterprises.map(({ name, uscc }) => [name, uscc])),
  licences: new Map(licences.map((one) => [one.number, one])),
});

const planOf = (enterprises: readonly SheetRow[], licences: readonly SheetRow[], known = knownOf()): ImportPlan =>
  judgeImport(readImport(contentOf(enterprises, licences), today), known);

const faultsOf = (plan: ImportPlan): string[] => plan.rows.flatMap(({ sheet, line, faults }) => faults.map(({ column }) => `${sheet} ${line} ${column}`));

/** 库里的一家，登记着导入写进去的内容。 */
const stored = (serial: number, change: Partial<KnownEnterprise> = {}): KnownEnterprise => {
  const [write] = planOf([enterpriseRow(serial)], []).enterprises.added;
  return { uscc: usccOf(serial), name: write?.name ?? "", particulars: write?.particulars, hasAccount: false, ...change };
};

const storedLicence = (serial: number, change: Partial<KnownLicence> = {}): KnownLicence => {
  const [write] = planOf([enterpriseRow(serial)], [licenceRow(serial)]).licences.added;
  if (!write) throw new Error("the row was refused");
  const { number, uscc, state, firstIssuedOn } = write;
  return { number, uscc, state, firstIssuedOn, importedOnly: true, current: write, ...change };
};

describe("导入：逐行判断", () => {
  it("L-6-09 issue 5 随意生成的正确文件没有一处错，全部新增，证面取自企业一表", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 30 }), (serials) => {
      const plan = planOf(serials.map((serial) => enterpriseRow(serial)), serials.map((serial) => licenceRow(serial)));
      expect(faultsOf(plan)).toEqual([]);
      expect(countsOf(plan.rows)).toEqual({ added: 2 * serials.length, updated: 0, unchanged: 0, faulty: 0 });
      expect(plan.licences.added.map(({ holderName, officeCode, scopeText }) => ({ holderName, officeCode, scopeText }))).toEqual(
        serials.map((serial) => ({ holderName: `沈阳导入${serial}电力工程有限公司`, officeCode: "NEEB", scopeText: "承装四级、承修五级" })),
      );
    }), { numRuns: 30 });
  });

  const planted: readonly { what: string; sheet: "enterprises" | "licences"; change: SheetRow; column: string }[] = [
    { what: "代码的校验位", sheet: "enterprises", change: { uscc: "91210102MA0000000A" }, column: "统一社会信用代码（法人执照/证书编号）" },
    { what: "没有名称", sheet: "enterprises", change: { unitName: "" }, column: "单位名称" },
    { what: "没有的选项", sheet: "enterprises", change: { enterpriseType: "个体户" }, column: "企业类型" },
    { what: "没有的地区", sheet: "enterprises", change: { region: "辽宁省/江南市" }, column: "所在省市区" },
    { what: "没有派出机构的地区", sheet: "enterprises", change: { region: "台湾省/台北市/中正区" }, column: "所在省市区" },
    { what: "不对的手机", sheet: "enterprises", change: { contactMobile: "12345" }, column: "联系人手机" },
    { what: "不对的证件号码", sheet: "enterprises", change: { legalRepIdType: "居民身份证", legalRepId: "110105194912310021" }, column: "法定代表人证件号码" },
    { what: "编号的样子", sheet: "licences", change: { number: "2-1-12-2022" }, column: "许可证编号" },
    { what: "没有的机构数字", sheet: "licences", change: { number: "2-9-00001-2022" }, column: "许可证编号" },
    { what: "别的机构的数字", sheet: "licences", change: { number: "4-1-00001-2022" }, column: "许可证编号" },
    { what: "过大的顺序号", sheet: "licences", change: { number: "2-1-99999-2022" }, column: "许可证编号" },
    { what: "编号的年份", sheet: "licences", change: { number: "2-1-00001-2021" }, column: "许可证编号" },
    { what: "没有的等级标准", sheet: "licences", change: { ruleSetId: "2015年标准" }, column: "等级标准" },
    { what: "这套标准没有的等级", sheet: "licences", change: { "level-testing": "二级（110千伏以下）" }, column: "承试等级" },
    { what: "一个类别也没有", sheet: "licences", change: { "level-installation": "", "level-repair": "" }, column: "承装等级" },
    { what: "不是日期", sheet: "licences", change: { validTo: "长期" }, column: "有效期至" },
    { what: "止早于起", sheet: "licences", change: { validTo: "2021-01-01" }, column: "有效期至" },
    { what: "超过有效期限", sheet: "licences", change: { validTo: "2046-01-01" }, column: "有效期至" },
    { what: "将来发的证", sheet: "licences", change: { issuedOn: "2027-01-01" }, column: "本次发证日期" },
    { what: "没有这家企业", sheet: "licences", change: { uscc: usccOf(8_888) }, column: "统一社会信用代码" },
  ];

  it.each(planted)("L-6-09 issue 5 种下的错在它的格上找到：$what", ({ sheet, change, column }) => {
    const enterprises = [enterpriseRow(1), enterpriseRow(2), enterpriseRow(3)];
    const licences = [licenceRow(1), licenceRow(2), licenceRow(3)];
    const rows = sheet === "enterprises" ? enterprises : licences;
    rows[1] = { ...rows[1], ...change };
    const plan = planOf(enterprises, licences);
    expect(faultsOf(plan)).toContain(`${sheet} 3 ${column}`);
    expect(plan.rows.filter(({ sheet: own, outcome }) => own === sheet && outcome === "faulty")).toHaveLength(1);
  });

  it("L-6-09 issue 5 文件里的重复：代码、名称、编号、同一家两件有效的，都指出与第几行重复", () => {
    const plan = planOf(
      [enterpriseRow(1), enterpriseRow(1), enterpriseRow(2, { unitName: enterpriseRow(1).unitName ?? "" })],
      [licenceRow(1), licenceRow(1), licenceRow(1, { number: "2-1-00077-2022" }), licenceRow(1, { number: "2-1-00078-2022", state: "已注销" })],
    );
    const lines = plan.rows.flatMap(({ sheet, line, faults }) => faults.map(({ reason }) => `${sheet} ${line} ${reason}`));
    expect(lines).toEqual([
      "enterprises 3 与第 2 行重复", "enterprises 4 与第 2 行的名称重复", "licences 3 与第 2 行重复", "licences 4 第 2 行已是该企业有效的许可证",
    ]);
  });

  it("L-6-09 issue 5 说不对的格照文件里的原文，不写成代码", () => {
    const plan = planOf([enterpriseRow(1)], [licenceRow(1, { ruleSetId: "2025年标准", "level-repair": "四级" })]);
    expect(plan.rows[1]?.faults.find(({ column }) => column === "承修等级")).toMatchObject({ reason: "2025年标准没有这一等级", value: "四级" });
  });

  it("L-6-09 issue 5 有错的一行不算已有的许可证：后面的行只与没有错的相比", () => {
    const plan = planOf([enterpriseRow(1)], [licenceRow(1, { validTo: "2021-01-01" }), licenceRow(1, { number: "2-1-00077-2022" }), licenceRow(1, { number: "2-1-00078-2022" })]);
    expect(plan.rows.slice(1).map(({ faults }) => faults.map(({ reason }) => reason))).toEqual([["不晚于有效期自"], [], ["第 3 行已是该企业有效的许可证"]]);
  });

  it("L-6-09 issue 5 号码不在报告里再写一遍", () => {
    const plan = planOf([enterpriseRow(1, { legalRepIdType: "居民身份证", legalRepId: "110105194912310021", contactMobile: "13900000" })], []);
    expect(plan.rows[0]?.faults.map(({ value }) => value)).toEqual(["", ""]);
    expect(JSON.stringify(plan.rows)).not.toContain("110105194912310021");
  });

  it("缺一列、行数过多都说得出；空文件没有一行，不编出一行来", () => {
    const { headers, lines } = contentOf([enterpriseRow(1)], []).enterprises ?? { headers: [], lines: [] };
    const missing = judgeImport(readImport({ enterprises: { headers: headers.map((header) => (header === "单位名称" ? "名称" : header)), lines } }, today), knownOf());
    expect(faultsOf(missing)).toEqual(["enterprises 1 单位名称"]);
    expect(planOf([], []).rows).toEqual([]);
    const many = contentOf(Array.from({ length: 5_001 }, () => ({ unitName: "某" })), []);
    expect(judgeImport(readImport(many, today), knownOf()).rows[0]?.faults[0]?.reason).toContain("最多导入 5000 行");
  });
});

describe("导入：与库里对照", () => {
  it("L-6-09 issue 5 同样的内容再导入，一行也不变；改了的更新，没写的不抹去", () => {
    const [one, two] = [stored(1), stored(2, { particulars: { ...(stored(2).particulars as object), contact: "李丽" } })];
    const plan = planOf([enterpriseRow(1), enterpriseRow(2, { legalRep: "赵敏" })], [licenceRow(1)], knownOf([one, two], [storedLicence(1)]));
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(["unchanged", "updated", "unchanged"]);
    expect(plan.enterprises.updated[0]?.particulars).toMatchObject({ legalRep: "赵敏", contact: "李丽" });
  });

  it("L-6-09 issue 5 更新的一行逐项说出原来与改成：选项写中文，号码遮盖，看着一样的说有不同，长文只取不同的一段", () => {
    const scope = (end: string): string => `${"电力设施的安装、维修、试验。".repeat(20)}${end}`;
    const before = stored(1, { particulars: { ...(stored(1).particulars as object), contactMobile: "13800001234", businessScope: scope("甲") } });
    const change = { legalRep: "赵敏", enterpriseType: "事业单位法人", contactMobile: "13800011234", businessScope: scope("乙"), phone: "024-23456789" };
    const plan = planOf([enterpriseRow(1, change)], [licenceRow(1, { "level-testing": "五级", state: "已注销" })], knownOf([before], [storedLicence(1)]));
    const [enterprise, licence] = plan.rows;
    expect(enterprise?.changes).toEqual(expect.arrayContaining([
      { column: "法定代表人", before: "王磊", after: "赵敏" }, { column: "企业类型", before: "企业法人", after: "事业单位法人" },
      { column: "固定电话", before: "", after: "024-23456789" }, { column: "联系人手机", before: "138****1234", after: "138****1234（遮盖的几位不同）" },
    ]));
    const long = enterprise?.changes?.find(({ column }) => column === "经营范围");
    expect([long?.before.endsWith("甲"), long?.after.endsWith("乙"), (long?.after.length ?? 0) < 80]).toEqual([true, true, true]);
    expect(licence?.changes).toEqual([
      { column: "承试等级", before: "", after: "五级" }, { column: "法定代表人", before: "王磊", after: "赵敏" }, { column: "许可证状态", before: "有效", after: "已注销" },
    ]);
    expect(changedColumns(plan.rows)[0]).toEqual({ column: "法定代表人", rows: 2 });
    expect(JSON.stringify(plan.rows)).not.toContain("13800011234");
  });

  it("L-6-09 issue 5 检查之后库里的原值变了，要改的虽一样也算变动；存取一遍键的次序变了不算", () => {
    const rowsFrom = (legalRep: string) => planOf([enterpriseRow(1)], [], knownOf([stored(1, { particulars: { ...(stored(1).particulars as object), legalRep } })])).rows;
    const reordered = rowsFrom("赵敏").map((row) => ({ ...row, changes: row.changes?.map(({ column, before, after }) => ({ after, before, column })) }));
    expect(changedRows(reordered, rowsFrom("赵敏"))).toEqual([]);
    expect(changedRows(rowsFrom("李丽"), rowsFrom("赵敏"))).toHaveLength(1);
  });

  it("L-6-09 issue 5 有账号的企业不从文件更新，一致的算无变化，还可以补它的许可证", () => {
    const owned = knownOf([stored(1, { hasAccount: true })]);
    expect(planOf([enterpriseRow(1)], [licenceRow(1)], owned).rows.map(({ outcome }) => outcome)).toEqual(["unchanged", "added"]);
    const changed = planOf([enterpriseRow(1, { legalRep: "赵敏" })], [], owned);
    expect(faultsOf(changed)).toEqual(["enterprises 2 法定代表人"]);
  });

  it("L-6-09 issue 5 名称属别的代码、编号属别家、已持有有效许可证，都有错", () => {
    const known = knownOf([stored(1), stored(2, { validLicence: "2-1-00500-2020" })], [storedLicence(1)]);
    const plan = planOf([enterpriseRow(3, { unitName: stored(1).name })], [licenceRow(2, { number: storedLicence(1).number }), licenceRow(2)], known);
    expect(plan.rows.flatMap(({ faults }) => faults.map(({ reason }) => reason))).toEqual([
      `这个名称已登记在 ${usccOf(1)} 之下`, "该编号已属另一家企业", "该企业已持有有效的许可证 2-1-00500-2020",
    ]);
  });

  it("L-6-09 issue 5 只导入过的许可证可以更正，证面变了才出新的一版；办理过业务的不从文件更新", () => {
    const known = (importedOnly: boolean) => knownOf([stored(1, { validLicence: storedLicence(1).number })], [storedLicence(1, { importedOnly })]);
    const corrected = planOf([], [licenceRow(1, { "level-repair": "四级" })], known(true));
    expect(corrected.licences.updated).toMatchObject([{ newVersion: true, scopeText: "承装四级、承修四级" }]);
    expect(planOf([], [licenceRow(1, { state: "已注销" })], known(true)).licences.updated).toMatchObject([{ newVersion: false, state: "cancelled" }]);
    expect(faultsOf(planOf([], [licenceRow(1, { "level-repair": "四级" })], known(false)))).toEqual(["licences 2 许可证编号"]);
  });

  it("L-6-09 issue 5 检查之后系统变了，哪几行不同说得出", () => {
    const before = planOf([enterpriseRow(1), enterpriseRow(2)], []).rows;
    const after = planOf([enterpriseRow(1), enterpriseRow(2)], [], knownOf([stored(2, { hasAccount: true, name: "别的名称" })])).rows;
    expect(changedRows(before, before)).toEqual([]);
    expect(changedRows(before, after)).toMatchObject([{ line: 3, outcome: "faulty" }]);
  });
});
