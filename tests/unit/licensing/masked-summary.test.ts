import { describe, expect, it } from "vitest";
import { diffOf } from "@/lib/forms/diff";
import { summaryOf } from "@/lib/forms/summary";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { maskChanges, maskSummary } from "@/lib/licensing/masked-summary";
import { peopleOf } from "@/lib/licensing/people";
import { findLine, placeText } from "@/lib/licensing/remark-place";
import { completeNewLicence, licensingContext } from "@/tests/builders/new-licence";

const built = completeNewLicence();
const summary = summaryOf(newLicence, licensingContext(built));
const identities = peopleOf(built.answers).map((person) => person.idNumber);

describe("给审查人看的摘要", () => {
  it("L-6-03 全部人员的身份证号码、手机号码都遮盖，姓名照常", () => {
    const text = JSON.stringify(maskSummary(summary));
    expect(identities.length).toBeGreaterThanOrEqual(12);
    for (const idNumber of identities) expect(text).not.toContain(`"text":"${idNumber}"`);
    expect(text).not.toMatch(/"text":"1[3-9]\d{9}"[^}]*"mask":"phone"/);
    for (const person of peopleOf(built.answers)) expect(text).toContain(person.name);
  });

  it("L-6-03 L-6-04 号码变了也看得出变更，但两个号码都遮盖", () => {
    const changed = structuredClone(built);
    const [before, after] = ["210102196601090908", "11010519491231002X"];
    Object.assign(changed.answers["technical-lead"] ?? {}, { idNo: after });
    Object.assign(built.answers["technical-lead"] ?? {}, { idNo: before });
    const [old, now] = [summaryOf(newLicence, licensingContext(built)), summaryOf(newLicence, licensingContext(changed))];
    const changes = maskChanges(diffOf(old, now), old, now).filter((change) => change.field === "idNo");
    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes)).not.toContain(before);
    expect(JSON.stringify(changes)).not.toContain(after);
  });

  it("L-6-04 意见的位置写成文字，没有的地方写不出", () => {
    const row = summary.find((section) => section.section === "technicians")?.tables[0]?.rows[0];
    expect(placeText(summary, { sectionKey: "technicians", rowId: row?.rowId })).toBe(`电力相关技术人员 › ${row?.title}`);
    expect(placeText(summary, { sectionKey: "technical-lead", field: "idNo" })).toBe("技术负责人 › 身份证号码");
    expect(placeText(summary, { sectionKey: "technical-lead", field: "none" })).toBeUndefined();
    expect(findLine(summary, { sectionKey: "technical-lead", field: "idNo" })?.mask).toBe("identity");
  });

  it("L-6-05 人员按证件号码排序写入，一人两职各有一条", () => {
    const people = peopleOf(built.answers);
    expect(people.map((person) => person.idNumber)).toEqual(people.map((person) => person.idNumber).sort());
    const lead = built.answers["technical-lead"] ?? {};
    const both = peopleOf({ ...built.answers, technicians: { technicians: [{ rowId: "row-00000001", name: String(lead.name), idNo: ` ${String(lead.idNo).toLowerCase()} ` }] } });
    expect(both.filter((person) => person.idNumber === String(lead.idNo)).map((person) => person.kind)).toEqual(["technicalLead", "technician"]);
  });
});
