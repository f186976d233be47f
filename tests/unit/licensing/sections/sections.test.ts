import { describe, expect, it } from "vitest";
import type { AttachedFile, Row, SectionAnswers } from "@/lib/forms/answers";
import { findSection, gateBefore, isBlocking, issuesOf } from "@/lib/forms/business";
import { type Field, fieldsOf, optionsOf, type Section } from "@/lib/forms/definition";
import { refusalsIn } from "@/lib/forms/draft";
import { fieldText, isVisible } from "@/lib/forms/display";
import { issuesOfSection } from "@/lib/forms/issues";
import { applyPatch, parsePatch } from "@/lib/forms/patch";
import { summaryOfSection } from "@/lib/forms/summary";
import { registrationFields } from "@/lib/enterprise/particulars";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import type { LicensingContext } from "@/lib/licensing/context";
import type { ProcedureCode } from "@/lib/terms/application";
import { completeNewLicence, enterpriseFacts, licensingContext, type NewLicenceOptions, technicianRow, workerRow } from "../../../builders/new-licence";
import { fictitiousPerson } from "../../../builders/people";

const section = (key: string): Section<LicensingContext> => {
  const found = findSection(newLicence, key);
  if (!found) throw new Error(`no section ${key}`);
  return found;
};
const table = (key: string, tableKey: string) => {
  const found = section(key).tables.find((candidate) => candidate.key === tableKey);
  if (!found) throw new Error(`no table ${tableKey}`);
  return found;
};
const field = (fields: readonly Field<LicensingContext>[], key: string): Field<LicensingContext> => {
  const found = fields.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};

/** 在完整的申请上改一个页签，看这个页签还有什么不符。 */
function messages(key: string, own: SectionAnswers, options: NewLicenceOptions = {}, more: { files?: AttachedFile[]; procedure?: ProcedureCode } = {}): string[] {
  const built = completeNewLicence(options);
  const answers = { ...built.answers, [key]: { ...built.answers[key], ...own } };
  return issuesOfSection(section(key), licensingContext({ answers, files: more.files ?? built.files }, more)).map((issue) => issue.message);
}

const without = (...slots: string[]): AttachedFile[] => completeNewLicence().files.filter((file) => !slots.includes(file.slot));

describe("申请类别", () => {
  const category = section("application-category");
  const items = field(fieldsOf(category.groups), "items");
  const offered = (own: SectionAnswers, ruleSetId: "NDRC-36-2020" | "NDRC-30-2025" = "NDRC-36-2020") => {
    const context = licensingContext({ answers: { "application-category": own }, files: [] }, { ruleSetId });
    return Object.values(optionsOf(items, { own, section: own, context }) ?? {});
  };

  it("L-4.0-01 L-4.1.1-03 承装、承修、承试可以同时选，级别各选各的", () => {
    expect(messages("application-category", { items: { installation: "5", repair: "4", testing: "5" } })).toEqual([]);
    expect(newLicence.scopeText({ "application-category": { items: { testing: "5", installation: "4", repair: "4" } } }, licensingContext(completeNewLicence()))).toBe("承装四级、承修四级、承试五级");
  });

  it("L-4.1.1-02 可选的级别随规则与申请性质；只由换算得来的不能申请", () => {
    expect(offered({ nature: "first" })).toEqual(["承装四级", "承装五级", "承修四级", "承修五级", "承试四级", "承试五级"]);
    expect(offered({ nature: "afterMerger" }).slice(0, 5)).toEqual(["承装一级", "承装二级", "承装三级", "承装四级", "承装五级"]);
    expect(offered({ nature: "first" }, "NDRC-30-2025")).toEqual(["承装三级", "承修三级", "承试三级"]);
    expect(offered({ nature: "afterDivision" }, "NDRC-30-2025").slice(0, 3)).toEqual(["承装一级", "承装二级", "承装三级"]);
    expect(messages("application-category", { items: { installation: "9" } })[0]).toContain("请重新选择级别");
  });

  it("规则换了之后，原来选的级别仍读得出，并要求重新选", () => {
    const own: SectionAnswers = { nature: "first", items: { installation: "5" } };
    expect(offered(own, "NDRC-30-2025")).toContain("承装五级");
    const context = licensingContext(completeNewLicence(), { ruleSetId: "NDRC-30-2025" });
    expect(issuesOfSection(category, context).map((issue) => issue.message)[0]).toContain("请重新选择级别，现行规则下不能申请承装五级");
  });

  it("L-4.1.1-04 L-4.1.1-05 合并后、分立后申请须上传各自的附件，其他性质不要", () => {
    expect(messages("application-category", { nature: "afterMerger" })).toEqual(["合并协议/决议及市场监管登记证明未上传"]);
    expect(messages("application-category", { nature: "afterDivision" })).toEqual(["分立协议/决议及市场监管登记证明未上传"]);
    for (const nature of ["first", "afterDeregistration"]) expect(messages("application-category", { nature })).toEqual([]);
  });

  it("L-4.1.1-06 L-4.1.1-08 两种提交类型都须填提交人姓名与证件号，号码当场校验", () => {
    for (const submitterType of ["legalRepresentative", "agent"] as const) {
      const found = messages("application-category", { submitterName: "", submitterId: "" }, { submitterType });
      expect(found).toEqual(["提交人姓名未填写", "提交人证件号（身份证号）未填写"]);
    }
    const wrong = { submitterId: "210102199001011234" };
    const refused = refusalsIn(fieldsOf(category.groups), wrong, { own: wrong, section: wrong, context: licensingContext(completeNewLicence()) }, { section: category.key });
    expect(refused).toMatchObject([{ field: "submitterId", nature: "wrong" }]);
  });

  it("L-4.1.1-07 L-4.1.1-09 自行提交与委托提交各要自己的附件", () => {
    expect(messages("application-category", {}, { submitterType: "legalRepresentative" }, { files: without("SUB_SELF") })).toEqual(["法定代表人自行提交声明及身份证未上传"]);
    expect(messages("application-category", { submitterType: "agent" })).toEqual(["授权委托书及委托人、受托人身份证未上传"]);
  });

  it("L-4.1.1-10 法定代表人声明在本页签上传", () => {
    expect(messages("application-category", {}, {}, { files: without("LEGAL_STMT") })).toEqual(["法定代表人声明未上传"]);
  });

  it("L-4.1.1-11 L-4.1.1-12 齐了才能到基本情况；缺一样都挡住，并说得出缺什么", () => {
    const built = completeNewLicence();
    const gate = (own: SectionAnswers, files = built.files) => {
      const context = licensingContext({ answers: { ...built.answers, "application-category": { ...built.answers["application-category"], ...own } }, files });
      return gateBefore(newLicence, "basic-information", issuesOf(newLicence, context));
    };
    expect(gate({})).toBeUndefined();
    const lacking: SectionAnswers[] = [{ items: {} }, { nature: "" }, { submitterType: "" }, { submitterName: "" }, { submitterId: "" }];
    for (const missing of lacking) expect(gate(missing)).toBe("application-category");
    expect(gate({}, without("LEGAL_STMT"))).toBe("application-category");
    expect(messages("application-category", { items: {} })).toEqual(["申请类别与级别未填写"]);
  });

  it("办理方式只读，由程序得出，写进保存请求也不认", () => {
    const context = licensingContext(completeNewLicence(), { procedure: "commitment" });
    expect(fieldText(field(fieldsOf(category.groups), "route"), { own: {}, section: {}, context })).toBe("承诺制");
    expect(() => parsePatch(category, { fields: [{ key: "route", from: null, to: "一般程序" }], rows: [] })).toThrow("不能在本页修改");
  });
});

describe("基本情况", () => {
  const basic = section("basic-information");

  it("L-4.1.2-07 L-3.1-11 登记信息取自企业注册，选项译成中文", () => {
    const lines = summaryOfSection(basic, licensingContext(completeNewLicence())).groups.flatMap((group) => group.lines);
    const text = (key: string) => lines.find((line) => line.field === key)?.text;
    expect(text("unitName")).toBe("沈阳甲电力工程有限公司");
    expect(text("enterpriseType")).toBe("企业法人");
    expect(text("registrationType")).toBe("私营有限责任公司");
    expect(text("region")).toBe("辽宁省 沈阳市 和平区");
    expect(text("foundedOn")).toBe("2015年6月1日");
    const changed = licensingContext(completeNewLicence(), { enterprise: enterpriseFacts({ unitName: "沈阳新名电力有限公司" }) });
    expect(summaryOfSection(basic, changed).groups[0]?.lines[0]?.text).toBe("沈阳新名电力有限公司");
  });

  it("L-4.1.2-08 取自企业注册的每一项都不能在此修改，伪造的保存请求被拒绝", () => {
    for (const { key } of fieldsOf(registrationFields)) {
      expect(() => parsePatch(basic, { fields: [{ key, from: null, to: "改" }], rows: [] })).toThrow("不能在本页修改");
      expect(field(fieldsOf(basic.groups), key).source).toBe("取自企业注册");
    }
  });

  it("净资产占比由填写的数得出", () => {
    const ratio = field(fieldsOf(basic.groups), "netAssetRatio");
    const say = (own: SectionAnswers) => fieldText(ratio, { own, section: own, context: licensingContext(completeNewLicence()) });
    expect(say({ totalAssets: "1500", netAssets: "900" })).toBe("60.00%");
    expect(say({ totalAssets: "0", netAssets: "900" })).toBe("");
    expect(say({ totalAssets: "1500", netAssets: "-15" })).toBe("-1.00%");
  });

  it("财务日期不得晚于今天；同一股东只填一行，证件号按类型校验", () => {
    expect(messages("basic-information", { financeAsOf: "2026-11-23" })).toEqual(["财务数据截止日期：不得晚于今天"]);
    const share = (rowId: string, idType: string, idNo: string, ratio: string): Row => ({ rowId, name: "甲投资有限公司", type: "company", idType, idNo, amount: "10", ratio });
    const found = messages("basic-information", { shareholders: [share("share-0001", "uscc", "91210102XFAKE501XR", "50"), share("share-0002", "uscc", "91210102XFAKE501XR", "50")] });
    expect(found).toEqual(["股权结构第 2 行 甲投资有限公司：证件号码与其他行重复，同一股东只填一行"]);
    expect(messages("basic-information", { shareholders: [share("share-0001", "residentId", "123456", "100")] })[0]).toContain("请输入18位身份证号码");
  });

  it("L-4.1.2-09 有模板的附件缺了就说未上传", () => {
    expect(messages("basic-information", {}, {}, { files: without("FORM", "SAFETY") })).toEqual(["许可证申请表（签字盖章）未上传", "安全生产组织和制度材料未上传"]);
  });
});

describe("办理方式决定哪些材料必传（决定十二、十三）", () => {
  const needed = (procedure: ProcedureCode) => {
    const context = licensingContext({ ...completeNewLicence(), files: [] }, { procedure });
    return new Set(issuesOf(newLicence, context).flatMap((issue) => issue.slot ?? []));
  };

  it("容缺可后补的只是人员证书、社保与业绩附件；身份、申请表、声明、执照、净资产仍须交", () => {
    const [standard, deferred] = [needed("standard"), needed("conditionalAcceptance")];
    expect([...standard].filter((slot) => !deferred.has(slot)).toSorted()).toEqual(["SL_SS", "SL_TITLE", "TE_SS", "TE_TITLE", "TL_SS", "TL_TITLE", "WORKER_CERT", "WORKER_SS"]);
    expect([...deferred].filter((slot) => !standard.has(slot))).toEqual(["DEFER"]);
  });

  it("承诺制与自贸区：告知承诺书在基本情况，替代标明的证明材料，身份证、照片、申请表仍须交", () => {
    for (const procedure of ["commitment", "freeTradeZone"] as const) {
      const slots = needed(procedure);
      expect(slots.has("PROMISE")).toBe(true);
      for (const slot of ["ASSETS", "SAFETY", "TL_TITLE", "TL_APPT", "TE_TITLE", "WORKER_CERT"]) expect(slots.has(slot)).toBe(false);
      for (const slot of ["FORM", "BIZ_LIC", "REP_ID", "TL_ID", "TL_PHOTO", "WORKER_ID", "LEGAL_STMT"]) expect(slots.has(slot)).toBe(true);
    }
  });
});

describe("负责人", () => {
  const experience = (changes: SectionAnswers): Row => ({
    rowId: "experience-0001", from: "2014-03", to: "", employer: "甲公司", position: "经理", category: ["installation", "testing"], isManagement: true, witness: "孙", witnessPhone: "13700001111", ...changes,
  });

  it("L-4.1.3-06 L-4.1.3-07 证明人电话在工作经历里，不是手机号码的当场拒绝", () => {
    const work = table("technical-lead", "workExperience");
    expect(fieldsOf(work.groups).map((entry) => entry.label)).toEqual(expect.arrayContaining(["证明人", "证明人电话"]));
    for (const witnessPhone of ["024-23100000", "1234", "23800138000"]) {
      const own = experience({ witnessPhone });
      const refused = refusalsIn(fieldsOf(work.groups), own, { own, section: {}, context: licensingContext(completeNewLicence()) }, { section: "technical-lead", table: work.key, row: own.rowId });
      expect(refused).toMatchObject([{ field: "witnessPhone", message: "请输入正确的手机号码" }]);
    }
  });

  it("L-4.1.4-06 L-4.1.4-07 L-4.1.4-08 L-4.1.4-09 安全负责人有工作经历与培训经历两张对话框表，可加、改、删", () => {
    const lead = section("safety-lead");
    expect(lead.tables.map((entry) => [entry.label, entry.addLabel, entry.editLabel, entry.presentation])).toEqual([
      ["工作经历", "工作经历+", "修改", "dialog"], ["培训经历", "培训经历+", "修改", "dialog"],
    ]);
    const before = { workExperience: [experience({})] };
    const patch = parsePatch(lead, { fields: [], rows: [{ table: "workExperience", rowId: "experience-0001", from: experience({}), to: null }] });
    expect(applyPatch(before, patch).answers.workExperience).toEqual([]);
    expect(section("technical-lead").tables.map((entry) => entry.key)).toEqual(["workExperience"]);
  });

  it("L-4.1.4-05 个人登记照只收图片，缺了就说", () => {
    const photo = section("safety-lead").slots.find((slot) => slot.key === "SL_PHOTO");
    expect(photo).toMatchObject({ label: "个人登记照", imagesOnly: true });
    expect(messages("safety-lead", {}, {}, { files: without("SL_PHOTO") })).toEqual(["个人登记照未上传"]);
  });

  it("管理工作年限由经历得出：重叠的月份计一次，只计申请的类别", () => {
    const years = field(fieldsOf(section("technical-lead").groups), "managementYears");
    const rows = [experience({ from: "2014-01", to: "2018-06" }), experience({ rowId: "experience-0002", from: "2018-01", to: "2023-04" }), experience({ rowId: "experience-0003", from: "2000-01", to: "2010-01", category: ["other"] })];
    const say = (own: SectionAnswers) => fieldText(years, { own, section: own, context: licensingContext(completeNewLicence()) });
    expect(say({ workExperience: rows })).toBe("9 年 4 个月");
    expect(say({ workExperience: [experience({ from: "2020-01", to: "2021-12", category: ["installation"] })] })).toBe("承装 2 年，承试 0 个月");
  });

  it("身份证的性别与出生日期由号码得出；别的证件才须填写", () => {
    const groups = fieldsOf(section("technical-lead").groups);
    const shown = (own: SectionAnswers) => {
      const scope = { own, section: own, context: licensingContext(completeNewLicence()) };
      return ["gender", "birth", "genderStated", "birthStated"].filter((key) => isVisible(field(groups, key), scope)).map((key) => fieldText(field(groups, key), scope));
    };
    expect(shown({ idType: "residentId", idNo: "11010519491231002X" })).toEqual(["女", "1949年12月31日"]);
    expect(shown({ idType: "passport", idNo: "E12345678", genderStated: "male", birthStated: "1980-02-03" })).toEqual(["男", "1980年2月3日"]);
    expect(messages("technical-lead", { idType: "passport", idNo: "E12345678" })).toEqual(["性别（非居民身份证）未填写", "出生日期（非居民身份证）未填写"]);
    expect(messages("technical-lead", { idNo: "210102199001011234" })[0]).toContain("身份证号码");
  });

  it("经历的截止不早于起始，都不晚于本月", () => {
    expect(messages("technical-lead", { workExperience: [experience({ from: "2026-12", to: "2026-01" })] })).toEqual(
      expect.arrayContaining(["工作经历第 1 行 甲公司：起始年月：不得晚于本月", "工作经历第 1 行 甲公司：截止年月：不得早于起始年月"]),
    );
  });
});

describe("两本名册", () => {
  const totals = (key: string, tableKey: string, rows: Row[]) => (table(key, tableKey).totals?.(rows, licensingContext(completeNewLicence({ items: { installation: "4" } }))) ?? []).map((total) => [total.label, total.value, total.need, total.gap]);

  it("L-4.1.5-04 技术人员自动汇总，并说还差几人", () => {
    const rows = ["viceSenior", "intermediate", "juniorClerk"].map((level, n) => technicianRow(fictitiousPerson(n), n, level));
    expect(totals("technicians", "technicians", rows)).toEqual([
      ["电力相关技术人员总数", "3", "10", "还差 7 人"], ["高级", "1", undefined, undefined], ["中级", "1", undefined, undefined], ["中级以上", "2", undefined, undefined], ["初级", "1", undefined, undefined],
    ]);
  });

  it("L-4.1.6-03 电工人员总数、高压、低压、特种自动汇总", () => {
    const rows = [workerRow(fictitiousPerson(1), 1), workerRow(fictitiousPerson(2), 2, false), { ...workerRow(fictitiousPerson(3), 3), workCategory: ["relayProtection"] }, { ...workerRow(fictitiousPerson(4), 4), validTo: "2026-01-01" }];
    expect(totals("skilled-workers", "skilledWorkers", rows)).toEqual([
      ["电工人员总数", "3", "15", "还差 12 人"], ["高压", "1", "8", "还差 7 人"], ["低压", "1", undefined, undefined], ["特种", "1", undefined, undefined], ["证书过期不计", "1", undefined, undefined],
    ]);
  });

  it("L-4.1.6-04 同一身份证号码在名册里只能用一次，两本名册都查", () => {
    for (const [key, tableKey, row] of [["technicians", "technicians", technicianRow], ["skilled-workers", "skilledWorkers", workerRow]] as const) {
      const same = [1, 2].map((n) => row(fictitiousPerson(9), n));
      expect(messages(key, { [tableKey]: same }).some((message) => message.includes("与其他行重复"))).toBe(true);
    }
  });

  it("添加电工先选发证机关；过期的证书当时就说", () => {
    expect(table("skilled-workers", "skilledWorkers").chooseFirst).toBe("issuer");
    const expired = { ...workerRow(fictitiousPerson(1), 1), validTo: "2026-11-21" };
    expect(messages("skilled-workers", { skilledWorkers: [expired] }).join()).toContain("有效期止：证书已过有效期");
  });

  it("兼任技术负责人须与技术负责人页签是同一人", () => {
    const marked = { ...technicianRow(fictitiousPerson(700), 1), isTechLeader: true };
    expect(messages("technicians", { technicians: [marked] }).join()).toContain("技术负责人页签上登记的是另一人");
    const self = { ...technicianRow(fictitiousPerson(1), 1), isTechLeader: true };
    expect(messages("technicians", { technicians: [self] }).join()).not.toContain("另一人");
  });
});

describe("八个页签", () => {
  it("L-4.1.10-01 按手册的名称与顺序，只有第一页是门，最后一页是检查", () => {
    expect(newLicence.sections.map((entry) => entry.label)).toEqual([
      "申请类别", "基本情况", "技术负责人", "安全负责人", "电力相关技术人员", "电力相关专业技能人员", "规定年限内主要业绩", "资料提交",
    ]);
    expect(newLicence.sections.filter((entry) => entry.gate).map((entry) => entry.key)).toEqual(["application-category"]);
    expect(newLicence.sections.at(-1)?.layout).toBe("check");
  });

  it("提醒不挡提交", () => {
    const built = completeNewLicence();
    const answers = { ...built.answers, "technical-lead": { ...built.answers["technical-lead"], titleSpecialty: "other" } };
    const issues = issuesOf(newLicence, licensingContext({ ...built, answers }));
    expect(issues.map((issue) => issue.severity)).toEqual(["warning"]);
    expect(issues.some(isBlocking)).toBe(false);
  });
});
