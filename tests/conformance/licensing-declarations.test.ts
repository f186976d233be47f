import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { issuesOf, type FormDefinition } from "@/lib/forms/business";
import { type Field, fieldsOf, optionsOf, type Section, type Table } from "@/lib/forms/definition";
import { emptyRow } from "@/lib/forms/draft";
import { kindOf, kinds } from "@/lib/forms/kinds";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { rules } from "@/lib/licensing/rule-sets/rule-ids";
import { ruleSets } from "@/lib/licensing/rule-sets";
import { isTemplateKey, templates } from "@/lib/licensing/templates";
import { accountFields } from "@/lib/enterprise/account";
import { registrationFields } from "@/lib/enterprise/particulars";
import type { LicensingContext } from "@/lib/licensing/context";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { completeAnswers } from "@/prisma/seed/answers";
import { heldLicence } from "../builders/licence";
import { completeNewLicence, licensingContext, TODAY } from "../builders/new-licence";
import { fictitiousPerson } from "../builders/people";

type S = Section<LicensingContext>;
type T = Table<LicensingContext>;
type F = Field<LicensingContext>;

const forms = Object.values(licensingBusinesses);
const sections = forms.flatMap((form) => form.sections.map((section) => ({ name: `${form.code} › ${section.key}`, section })));
const tables = sections.flatMap(({ name, section }) => section.tables.map((table) => ({ name: `${name} › ${table.key}`, section, table })));
const recordsOf = (section: S): { name: string; fields: readonly F[] }[] => [
  { name: section.key, fields: fieldsOf(section.groups) },
  ...section.tables.map((table: T) => ({ name: `${section.key} › ${table.key}`, fields: fieldsOf(table.groups) })),
];
const allFields = sections.flatMap(({ section }) => recordsOf(section).flatMap(({ name, fields }) => fields.map((field) => ({ name: `${name} › ${field.key}`, field }))));
const allSlots = sections.flatMap(({ section }) => [...section.slots, ...section.tables.flatMap((table) => table.slots ?? [])]);
const unique = (items: readonly string[]) => expect([...items].sort()).toEqual([...new Set(items)].sort());

const empty: LicensingContext = { ...licensingContext(completeNewLicence()), answers: {}, files: [], licence: heldLicence() };
const scope = { own: {}, section: {}, context: empty };

describe("每份声明", () => {
  it("键唯一：页签在业务内、字段与子表与材料在页签内、字段在行内", () => {
    for (const form of forms) unique(form.sections.map((section) => section.key));
    for (const { section } of sections) {
      unique([...fieldsOf(section.groups).map((field) => field.key), ...section.tables.map((table) => table.key)]);
      unique([...section.slots, ...section.tables.flatMap((table) => table.slots ?? [])].map((slot) => slot.key));
      for (const table of section.tables) unique(["rowId", ...fieldsOf(table.groups).map((field) => field.key)]);
    }
  });

  it("每个页签、字段、子表、材料都有中文名；键只含字母数字", () => {
    for (const { section } of sections) {
      expect(section.label).toMatch(/[\u4e00-\u9fff]/);
      expect(section.key).toMatch(/^[a-z-]+$/);
    }
    for (const { name, field } of allFields) {
      expect([name, field.label]).toEqual([name, expect.stringMatching(/[\u4e00-\u9fff]/)]);
      expect(field.key).toMatch(/^[a-zA-Z]+$/);
    }
    for (const { table } of tables) expect([table.label, table.rowLabel, table.addLabel, table.editLabel].every(Boolean)).toBe(true);
    for (const slot of allSlots) expect(slot.label).toMatch(/[\u4e00-\u9fff]/);
  });

  it("L-4.1.3-03 先后有序的日期，起始是同一条记录里的字段，名称与它的相同，种类也相同", () => {
    const pairs = sections.flatMap(({ section }) => recordsOf(section)).flatMap(({ fields }) => fields.flatMap((field) => (field.notBefore ? [{ field, start: fields.find(({ key }) => key === field.notBefore?.key) }] : [])));
    expect(pairs.length).toBeGreaterThan(6);
    for (const { field, start } of pairs) expect([start?.label, start?.kind]).toEqual([field.notBefore?.label, field.kind]);
  });

  it("L-4.1.2-10 声明了模板的材料都有模板，模板都有人用，内容不空", () => {
    const used = allSlots.flatMap((slot) => (slot.template ? [slot.template] : []));
    expect(used.filter((key) => !isTemplateKey(key))).toEqual([]);
    expect(Object.keys(templates).filter((key) => !used.includes(key))).toEqual([]);
    for (const template of Object.values(templates)) expect(template.parts.length).toBeGreaterThan(2);
  });

  it("每条规则登记过，带「依据：」与像样的条目号", () => {
    const ids = forms.flatMap((form) => [...form.crossRules, ...form.sections.flatMap((section) => section.rules ?? [])].map((rule) => rule.id));
    expect(ids.filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
    for (const { article, requirements } of Object.values(rules)) {
      expect(article).toMatch(/^依据：.{4,}/);
      expect(requirements.length).toBeGreaterThan(0);
      for (const requirement of requirements) expect(requirement).toMatch(/^L-\d(\.\d+)*-\d{2}$/);
    }
  });

  it("规则文件以依据开头，数字不写在规则里", () => {
    const folder = path.join(process.cwd(), "lib/licensing/rules");
    for (const name of readdirSync(folder).filter((file) => file !== "finding.ts" && file !== "quota.ts")) {
      const text = readFileSync(path.join(folder, name), "utf8");
      expect([name, text.startsWith("// 依据：")]).toEqual([name, true]);
      expect([name, text.match(/(?:>=|<=|>|<|===)\s*(?:[2-9]|1[0-13-9]|\d{2,})\b/g)]).toEqual([name, null]);
    }
  });

  it("列表列、称呼、唯一、先选的字段都在声明里", () => {
    for (const { name, table } of tables) {
      const keys = fieldsOf(table.groups).map((field) => field.key);
      const named = [...table.columns, table.titleField, table.unique?.field, table.chooseFirst].filter((key) => key !== undefined);
      expect([name, named.filter((key) => !keys.includes(key))]).toEqual([name, []]);
    }
  });

  it("导入的表头不重名", () => {
    for (const { table } of tables.filter(({ table: candidate }) => candidate.spreadsheet)) {
      unique(fieldsOf(table.groups).filter((field) => !field.derive).map((field) => field.label));
    }
  });
});

describe("字段", () => {
  it("种类都有；要选项的都有选项，不空，也没有空字", () => {
    for (const { name, field } of allFields) {
      expect(Object.hasOwn(kinds, field.kind)).toBe(true);
      if (!["select", "radio", "multiSelect", "levelMatrix"].includes(field.kind) || field.derive) continue;
      const options = optionsOf(field, scope) ?? {};
      expect([name, Object.keys(options).length > 0]).toEqual([name, true]);
      expect(Object.values(options).every((word) => word.trim() !== "")).toBe(true);
    }
  });

  it("L-4.1.6-04 登记为电工唯一的字段只能是当场校验的身份证号码", () => {
    const indexed = allFields.filter(({ field }) => field.index === "electrician");
    expect(indexed.map(({ name }) => name)).toContain("skilled-workers › skilledWorkers › idNo");
    expect(indexed.filter(({ field }) => field.kind !== "residentId" || !field.strict)).toEqual([]);
  });

  it("推导的字段有来源说明，不必填、不当场校验", () => {
    const derived = allFields.filter(({ field }) => field.derive);
    expect(derived.filter(({ field }) => !field.source || field.strict || field.index)).toEqual([]);
  });

  it("每个选项写成字再读回来是同一个", () => {
    for (const { section, table } of tables) {
      for (const field of fieldsOf(table.groups)) {
        const options = optionsOf(field, { own: emptyRow(table, "row-00000001"), section: {}, context: { ...empty, answers: { [section.key]: {} } } });
        if (!options || field.derive) continue;
        const { toText, toCell, fromCell } = kindOf(field);
        const codes = Object.keys(options);
        for (const value of field.kind === "multiSelect" ? [...codes.map((code) => [code]), codes] : codes) {
          expect(toText(value, options)).not.toBe("");
          expect(fromCell(toCell(value, options), options)).toEqual(value);
        }
      }
    }
  });

  it("身份证号码与手机号码在列表中遮盖", () => {
    const shown = tables.flatMap(({ table }) => fieldsOf(table.groups).filter((field) => table.columns.includes(field.key)));
    expect(shown.filter((field) => field.key === "idNo" && field.mask !== "identity")).toEqual([]);
    expect(shown.filter((field) => field.kind === "mobile" && field.key === "mobile" && field.mask !== "phone")).toEqual([]);
  });
});

describe("大小", () => {
  const folders = ["lib/licensing/sections", "lib/licensing/businesses", "lib/licensing/rules", "lib/enterprise"];
  it("页签与规则不超过 160 行，业务不超过 120 行", () => {
    for (const folder of folders) {
      for (const name of readdirSync(path.join(process.cwd(), folder))) {
        const lines = readFileSync(path.join(process.cwd(), folder, name), "utf8").split("\n").length;
        expect([name, lines <= (folder.endsWith("businesses") ? 120 : 160)]).toEqual([name, true]);
      }
    }
  });
});

describe("空白与完整", () => {
  const judged = (form: FormDefinition<LicensingContext>, context: LicensingContext) => issuesOf(form, context);

  it("L-4.1.10-02 什么都没填的申请只有「未填」，没有「填错」，且每个有内容的页签都说得出缺什么", () => {
    for (const form of forms) {
      const issues = judged(form, empty);
      expect(issues.filter((issue) => issue.nature === "wrong")).toEqual([]);
      expect([form.code, issues.length > 0]).toEqual([form.code, true]);
    }
    const unfilled = new Set(judged(newLicence, empty).map((issue) => issue.section));
    expect([...unfilled]).toEqual(["application-category", "basic-information", "technical-lead", "safety-lead", "technicians", "skilled-workers"]);
  });

  it.each(ruleSets.map((ruleSet) => [ruleSet.id] as const))("L-4.1.10-02 填写完整的申请没有不符（%s）", (ruleSetId) => {
    const level = ruleSetId === "NDRC-36-2020" ? "5" : "3";
    const built = completeNewLicence({ items: { installation: level, testing: level }, workers: 10 });
    expect(judged(newLicence, licensingContext(built, { ruleSetId }))).toEqual([]);
  });

  it("演示数据的答案经得起核验：除附件外没有不符", () => {
    for (const ruleSet of ruleSets) {
      const level = ruleSet.firstApplicationLevels.value[0] ?? "";
      const plan = { people: 5000, items: { installation: level, testing: level }, ruleSet, today: TODAY, legalRep: { name: "赵建国", idNo: fictitiousPerson(4999).residentId } };
      for (const submitterType of ["legalRepresentative", "agent"] as const) {
        const context = licensingContext({ answers: completeAnswers({ ...plan, submitterType }), files: [] }, { ruleSetId: ruleSet.id });
        expect(judged(newLicence, context).filter((issue) => issue.slot === undefined)).toEqual([]);
      }
    }
  });

  it("每条不符都指到存在的页签、字段或材料", () => {
    for (const form of forms) {
      for (const issue of judged(form, empty)) {
        const section = form.sections.find((candidate) => candidate.key === issue.section);
        expect(section).toBeDefined();
        const keys = section ? recordsOf(section).flatMap(({ fields }) => fields.map((field) => field.key)) : [];
        if (issue.field) expect(keys).toContain(issue.field);
        if (issue.slot) expect(allSlots.map((slot) => slot.key)).toContain(issue.slot);
        if (issue.table) expect(section?.tables.map((table) => table.key)).toContain(issue.table);
      }
    }
  });
});

describe("企业注册", () => {
  it("L-3.1-11 登记字段与账号字段的键不重复，都有中文名", () => {
    const fields = [...fieldsOf(registrationFields), ...accountFields.fields];
    unique(fields.map((field) => field.key));
    expect(fields.every((field) => /[\u4e00-\u9fff]/.test(field.label))).toBe(true);
  });
});
