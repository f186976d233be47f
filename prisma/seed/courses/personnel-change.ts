import type { Answers, Row, SectionAnswers } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { DEPARTURE, ENTRY } from "@/lib/licensing/personnel/change";
import { addDays } from "@/lib/workflow/iso-date";
import { completeAnswers, electrician } from "../answers";
import type { SeededEnterprise } from "../enterprises";
import { type Course, coursesOf, licensedEnterprise } from "./course";

/** 离职的一名电工；名册里排在最前的。 */
function departureOf({ people = [], today }: LicensingContext, kind = "skilledWorker"): SectionAnswers {
  return { person: people.find((person) => person.kind === kind)?.idNumber ?? "", leaveOn: addDays(today, -3), leaveReason: "resigned" };
}

/** 入职的一名电工，号码在这家企业的一段里另取。 */
function entryOf({ today }: LicensingContext, { people }: SeededEnterprise): SectionAnswers {
  const { rowId: _rowId, idNo, ...detail } = electrician(people + 140, 0, 1, today) as Row & SectionAnswers;
  return { ...detail, role: "skilledWorker", workerIdNo: idNo ?? "", joinedOn: addDays(today, -10) };
}

/** 接替技术负责人的一位：内容与申请里的同样，换一个人。 */
function successorOf({ today, ruleSet, licence, people: roster = [] }: LicensingContext, { people, legalRep }: SeededEnterprise): SectionAnswers {
  const items = Object.fromEntries((licence?.items ?? []).map(({ category, level }) => [category, level]));
  const lead = completeAnswers({ people: people + 140, items, ruleSet, today, legalRep })["technical-lead"];
  return { ...lead, role: "technicalLead", replaces: roster.find(({ kind }) => kind === "technicalLead")?.idNumber ?? "" };
}

const remark = { sectionKey: DEPARTURE, field: "leaveOn", text: "与解除劳动关系证明上的日期不一致，请核对" };

const courses = (prefix: string, answers: (context: LicensingContext, enterprise: SeededEnterprise) => Answers, place = remark): Record<string, Course> =>
  coursesOf({ business: "personnel-change", prefix, prepare: licensedEnterprise, draftSections: 2, answers, remark: place });

/** 离职、入职、技术负责人由人接替；负责人离职而没有人接替的准予之后有三十日的任务。 */
export const personnelChangeCourses: Record<string, Course> = {
  ...courses("personnel-change-", (context) => ({ [DEPARTURE]: departureOf(context) })),
  ...courses("personnel-entry-", (context, enterprise) => ({ [ENTRY]: entryOf(context, enterprise) }), { sectionKey: ENTRY, field: "certNo", text: "与证书扫描件不一致，请核对" }),
  ...courses("personnel-successor-", (context, enterprise) => ({ [DEPARTURE]: departureOf(context, "technicalLead"), [ENTRY]: successorOf(context, enterprise) })),
  ...courses("personnel-lead-", (context) => ({ [DEPARTURE]: departureOf(context, "technicalLead") })),
};
