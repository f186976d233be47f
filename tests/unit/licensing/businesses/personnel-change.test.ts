import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlocking, issuesOf } from "@/lib/forms/business";
import { fieldsOf } from "@/lib/forms/definition";
import { electriciansIn } from "@/lib/forms/projection";
import { summaryOf } from "@/lib/forms/summary";
import { personnelChange } from "@/lib/licensing/businesses/personnel-change";
import { changesAgainstLicence } from "@/lib/licensing/changes";
import type { EngagedPerson, EngagementKind } from "@/lib/licensing/people";
import { changeOf, joiningOf } from "@/lib/licensing/personnel/change";
import { personChoices, rosterAfter } from "@/lib/licensing/personnel/roster";
import { departure } from "@/lib/licensing/sections/departure";
import { entry } from "@/lib/licensing/sections/entry";
import { safetyLead, technicalLead } from "@/lib/licensing/sections/leads";
import { skilledWorkers } from "@/lib/licensing/sections/skilled-workers";
import { technicians } from "@/lib/licensing/sections/technicians";
import { completeNewLicence, TODAY } from "../../../builders/new-licence";
import { fictitiousPerson } from "../../../builders/people";
import { departureAnswers, entryAnswers, personnelContext, rosterOfHolder } from "../../../builders/personnel";

const people = rosterOfHolder();
const holderOf = (kind: EngagementKind): EngagedPerson => {
  const found = people.find((person) => person.kind === kind);
  if (!found) throw new Error(`nobody is ${kind}`);
  return found;
};
const blocking = (context: Parameters<typeof personnelChange.effects>[0]) => issuesOf(personnelChange, context).filter(isBlocking);
const warnings = (context: Parameters<typeof personnelChange.effects>[0]) => issuesOf(personnelChange, context).filter((issue) => !isBlocking(issue)).map(({ message }) => message);
const NEW = 777;

describe("人员离职申请", () => {
  it("L-4.7.1-01 L-4.7.1-03 选一位在册人员，填离职日期、原因，附证明，即可提交；生效为此人离册并重新核对条件", () => {
    const worker = holderOf("skilledWorker");
    const context = personnelContext({ departure: departureAnswers(worker.idNumber) });
    expect(blocking(context)).toEqual([]);
    expect(personnelChange.effects(context)).toEqual([{ kind: "leave", idNumber: worker.idNumber, roles: ["skilledWorker"], on: TODAY }, { kind: "conditions" }]);
    expect(personnelChange.scopeText(context.answers, context)).toBe(`离职：${worker.name}（电工）`);
    expect(departure.submits?.label).toBe("确认离职");
    expect(departure.submits?.confirm(context)).toContain(`离职：${worker.name}（电工）。确定后进入审批阶段`);
  });

  it("L-4.7.1-03 离职日期不得晚于今天；证明未上传、人员不在册的不能提交", () => {
    const worker = holderOf("skilledWorker");
    const later = personnelContext({ departure: departureAnswers(worker.idNumber, { leaveOn: "2026-11-23" }) });
    expect(blocking(later).map(({ message }) => message)).toEqual(["离职日期：不得晚于今天"]);
    expect(blocking(personnelContext({ departure: departureAnswers(worker.idNumber) }, { files: [] })).map(({ slot }) => slot)).toEqual(["PL_PROOF"]);
    const stranger = personnelContext({ departure: departureAnswers(fictitiousPerson(NEW).residentId) });
    expect(blocking(stranger)).toEqual([expect.objectContaining({ section: "departure", field: "person", nature: "wrong" })]);
  });

  it("L-4.7.1-01 身兼两职的一人一条；只卸任一项时另一项仍在册", () => {
    const lead = holderOf("technicalLead");
    const both = [...people, { ...lead, kind: "technician" as const }];
    expect(personChoices(both).find(({ idNumber }) => idNumber === lead.idNumber)?.roles).toEqual(["技术负责人", "电力相关技术人员"]);
    const unsaid = personnelContext({ departure: departureAnswers(lead.idNumber) }, { people: both });
    expect(blocking(unsaid)).toEqual([expect.objectContaining({ field: "leaveRoles", nature: "missing" })]);
    const one = personnelContext({ departure: departureAnswers(lead.idNumber, { leaveRoles: ["technicalLead"] }) }, { people: both });
    expect(personnelChange.effects(one)[0]).toMatchObject({ roles: ["technicalLead"] });
    expect(changesAgainstLicence(personnelChange, one)).toEqual([{ label: lead.name, before: "技术负责人、电力相关技术人员", after: "电力相关技术人员" }]);
    expect(changeOf(one).after.filter(({ idNumber }) => idNumber === lead.idNumber).map(({ kind }) => kind)).toEqual(["technician"]);
  });

  it("L-4.7.1-04 负责人离职而无人接替的可以提交，提交前说明哪一项不再符合、三十日内补足（决定九）", () => {
    const lead = holderOf("technicalLead");
    const context = personnelContext({ departure: departureAnswers(lead.idNumber) });
    expect(blocking(context)).toEqual([]);
    expect(warnings(context)).toEqual(["变更之后不再符合许可条件，技术负责人：要求 1 人，现有 0 人；准予之后须在 30 日内补足"]);
  });

  it("L-4.7.1-04 人数不够的用许可证自己的标准说明；仍够的没有提示", () => {
    const worker = holderOf("skilledWorker");
    const context = personnelContext({ departure: departureAnswers(worker.idNumber) });
    expect(warnings(context)).toEqual([
      expect.stringContaining("电力相关专业技能人员（五级）：要求 5 人，现有 4 人"),
      ...warnings(context).slice(1),
    ]);
    const enough = rosterOfHolder({ workers: 9 });
    expect(warnings(personnelContext({ departure: departureAnswers(worker.idNumber) }, { people: enough }))).toEqual([]);
  });
});

describe("人员入职申请", () => {
  it.each(["technicalLead", "safetyLead", "technician", "skilledWorker"] as const)("L-4.7.2-02 L-4.7.2-03 %s 的表单与申请的页签同样；填写完整即可提交", (role) => {
    const others = people.filter(({ kind }) => kind !== role);
    const context = personnelContext({ entry: entryAnswers(role, NEW) }, { people: role.endsWith("Lead") ? others : people });
    expect(blocking(context)).toEqual([]);
    const [effect] = personnelChange.effects(context);
    expect(effect).toMatchObject({ kind: "join", on: TODAY, person: { idNumber: fictitiousPerson(NEW).residentId, kind: role } });
    const labels = summaryOf(personnelChange, context)[1]?.groups.flatMap(({ lines }) => lines.map(({ label }) => label)) ?? [];
    const declared = { technicalLead: technicalLead.groups, safetyLead: safetyLead.groups, technician: technicians.tables[0]?.groups ?? [], skilledWorker: skilledWorkers.tables[0]?.groups ?? [] }[role];
    const wanted = fieldsOf(declared).filter(({ key }) => key !== "isTechLeader" && !key.endsWith("Stated")).map(({ label }) => label);
    expect(wanted.filter((label) => !labels.includes(label))).toEqual([]);
  });

  it("L-4.7.2-05 入职的内容只含该类型的字段，换过人员类型的残留不带入名册", () => {
    const answers = { entry: { ...entryAnswers("technician", NEW), role: "skilledWorker", workerIdNo: fictitiousPerson(NEW + 1).residentId, categories: ["installation"] } };
    const joining = joiningOf(answers);
    expect(joining?.idNumber).toBe(fictitiousPerson(NEW + 1).residentId);
    expect(Object.keys(joining?.detail ?? {})).not.toEqual(expect.arrayContaining(["titleLevel"]));
    expect(Object.keys(joining?.detail ?? {})).not.toEqual(expect.arrayContaining(["categories"]));
    expect(joining?.detail.idNo).toBe(joining?.idNumber);
  });

  it("L-4.7.2-03 只有选了电工时号码登记唯一，换成别的类型即放开", () => {
    const worker = entryAnswers("skilledWorker", NEW);
    expect(electriciansIn(entry, worker)).toEqual([{ field: "workerIdNo", value: fictitiousPerson(NEW).residentId }]);
    expect(electriciansIn(entry, { ...worker, role: "technician" })).toEqual([]);
  });

  it("L-4.7.2-03 已在册的、安全负责人兼任的不能入职；技术人员可以升任技术负责人", () => {
    const [technician, safety] = [holderOf("technician"), holderOf("safetyLead")];
    const again = personnelContext({ entry: { ...entryAnswers("technician", NEW), name: technician.name, idNo: technician.idNumber } });
    expect(blocking(again)).toEqual([expect.objectContaining({ field: "idNo", message: expect.stringContaining("已是在册的电力相关技术人员") })]);
    const twice = personnelContext({ entry: { ...entryAnswers("technician", NEW), name: safety.name, idNo: safety.idNumber } });
    expect(blocking(twice)).toEqual([expect.objectContaining({ message: expect.stringContaining("不能同时担任") })]);
    const promoted = personnelContext({ entry: { ...entryAnswers("technicalLead", NEW), idNo: technician.idNumber } }, { people: people.filter(({ kind }) => kind !== "technicalLead") });
    expect(blocking(promoted)).toEqual([]);
  });

  it("L-4.7.2-03 入职的负责人须符合许可证所持级别的职称与年限", () => {
    const vacant = people.filter(({ kind }) => kind !== "technicalLead");
    const context = personnelContext({ entry: entryAnswers("technicalLead", NEW, { titleLevel: "none" }) }, { people: vacant });
    expect(blocking(context)).toEqual([expect.objectContaining({ section: "entry", field: "titleLevel", nature: "wrong" })]);
  });

  it("L-4.7.2-01 温馨提示说明条件、只在一家企业任职、要备的材料", () => {
    const text = entry.reminder?.lines.join("\n") ?? "";
    for (const word of ["只能在一家企业任职", "劳动合同", "职称", "电工证书", "社会保险缴纳证明"]) expect(text).toContain(word);
    expect(entry.reminder).toMatchObject({ title: "温馨提示", openLabel: "+" });
  });
});

describe("负责人的接替（决定九）", () => {
  const holder = holderOf("technicalLead");
  const successor = (changes = {}) => entryAnswers("technicalLead", NEW, changes);

  it("L-4.7.0-02 离职与接替一并决定：先离后入，列表上两项都写", () => {
    const context = personnelContext({ departure: departureAnswers(holder.idNumber), entry: successor({ replaces: holder.idNumber }) });
    expect(blocking(context)).toEqual([]);
    expect(warnings(context)).toEqual([]);
    expect(personnelChange.effects(context).map(({ kind }) => kind)).toEqual(["leave", "join", "conditions"]);
    expect(personnelChange.scopeText(context.answers, context)).toBe(`离职：${holder.name}（技术负责人）；入职：${fictitiousPerson(NEW).name}（技术负责人）`);
  });

  it("L-4.7.2-03 现任还在的须选接替人员，且其离职在同一件申请里", () => {
    expect(blocking(personnelContext({ entry: successor() }))).toEqual([expect.objectContaining({ field: "replaces", nature: "missing" })]);
    const alone = personnelContext({ entry: successor({ replaces: holder.idNumber }) });
    expect(blocking(alone)).toEqual([expect.objectContaining({ field: "replaces", message: expect.stringContaining(`请先在“人员离职申请”选择${holder.name}`) })]);
  });

  it("只办离职或只办入职的，另一页签说明本次没有", () => {
    const leaving = personnelContext({ departure: departureAnswers(holder.idNumber) });
    expect([departure.notRequired?.(leaving), entry.notRequired?.(leaving)]).toEqual([undefined, "本次没有人员入职"]);
    const joining = personnelContext({ entry: entryAnswers("technician", NEW) });
    expect([departure.notRequired?.(joining), entry.notRequired?.(joining)]).toEqual(["本次没有人员离职", undefined]);
    expect(blocking(personnelContext({})).map(({ section, field }) => [section, field])).toEqual([["departure", "person"], ["entry", "role"]]);
  });
});

it("L-4.7.1-04 L-4.7.2-05 任意一串变更之后：同一人同一职务至多一条，离册的不在，没动的都在", () => {
  const roster = rosterOfHolder();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(roster.length - 1), fc.nat(40)), { maxLength: 12 }), (steps) => {
      let current = roster;
      for (const [index, n] of steps) {
        const leaver = current[index % Math.max(1, current.length)];
        const joiner = { idNumber: fictitiousPerson(5000 + n).residentId, name: "新人", kind: "technician" as const, detail: {} };
        const isNew = !current.some(({ idNumber }) => idNumber === joiner.idNumber);
        const before = current;
        current = rosterAfter(current, leaver && { idNumber: leaver.idNumber, roles: [leaver.kind] }, isNew ? joiner : undefined);
        expect(current).toHaveLength(before.length - (leaver ? 1 : 0) + (isNew ? 1 : 0));
        expect(current.some((person) => person === leaver)).toBe(false);
      }
      const keys = current.map(({ idNumber, kind }) => `${idNumber} ${kind}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

it("完整的新申请的名册，正好符合许可证自己的条件", () => {
  const { answers } = completeNewLicence();
  expect(Object.keys(answers)).toContain("technical-lead");
  expect(warnings(personnelContext({ departure: {} }))).toEqual([]);
});
