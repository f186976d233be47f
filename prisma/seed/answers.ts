import type { Answers, Row, SectionAnswers } from "@/lib/forms/answers";
import { findLevel, highestLevel, type RuleSet } from "@/lib/licensing/rule-sets";
import type { CategoryCode } from "@/lib/terms/categories";
import { codesOf } from "@/lib/terms/option-map";
import { projectKinds } from "@/lib/terms/project";
import { addDays, addYears } from "@/lib/workflow/iso-date";
import { creditCode, mobileNumber, personName, residentIdNumber } from "./identities";

/** 申请什么，以及用哪一段序号造人：每家企业一段，身份证号码全系统不重。 */
export interface ApplicationPlan {
  people: number;
  items: Partial<Record<CategoryCode, string>>;
  ruleSet: RuleSet;
  today: string;
  nature?: string;
  submitterType?: "legalRepresentative" | "agent";
  legalRep: { name: string; idNo: string };
}

const activities = ["installation", "repair", "testing"];

function person(serial: number) {
  return {
    name: personName(serial), idType: "residentId", idNo: residentIdNumber(serial), mobile: mobileNumber(serial),
    education: "bachelor", school: "东北电力大学", major: "电气工程及其自动化",
  };
}

function title(serial: number, level: string) {
  return {
    titleLevel: level, titleSpecialty: "powerSystemAutomation", titleCertNo: `LNZC2014${String(serial).padStart(5, "0")}`,
    titleIssuer: "辽宁省人力资源和社会保障厅", titleIssuedOn: "2014-12-20",
  };
}

const employment = (post: string) => ({ post, joinedOn: "2016-03-01", socialSecurityFrom: "2016-03" });

/** 两段首尾相接的管理经历，足够任何级别的年限。 */
function experience(serial: number): Row[] {
  const common = { category: activities, isManagement: true, content: "" };
  return [
    {
      rowId: `experience-${serial}-1`, ...common, from: "2008-07", to: "2016-02", employer: "辽宁某送变电工程公司", position: "项目经理",
      witness: personName(serial + 61), witnessPhone: mobileNumber(serial + 61),
    },
    {
      rowId: `experience-${serial}-2`, ...common, from: "2016-03", to: "", employer: "本单位", position: "工程部经理",
      witness: personName(serial + 62), witnessPhone: mobileNumber(serial + 62),
    },
  ];
}

function lead(serial: number, post: string, plan: ApplicationPlan): SectionAnswers {
  const top = highestLevel(plan.ruleSet, Object.values(plan.items));
  const level = top?.leadTitle.value === "senior" ? "viceSenior" : "intermediate";
  return { ...person(serial), ...title(serial, level), ...employment(post), categories: Object.keys(plan.items), workExperience: experience(serial) };
}

function training(serial: number): Row[] {
  return [
    {
      rowId: `training-${serial}`, from: "2018-05-07", to: "2018-05-11", content: "电力建设施工安全管理", organiser: "辽宁省安全生产协会",
      certName: "安全管理人员培训合格证", certNo: `AQ2018${serial}`, result: "passed",
    },
  ];
}

function technician(serial: number, index: number, intermediates: number): Row {
  const level = index < intermediates ? "intermediate" : "juniorAssistant";
  return { rowId: `technician-${serial}`, ...person(serial), ...title(serial, level), ...employment("技术员"), isTechLeader: false };
}

/** 一名电工；序号在前的是高压。 */
export function electrician(serial: number, index: number, highVoltage: number, today: string): Row {
  return {
    rowId: `electrician-${serial}`, name: personName(serial), idNo: residentIdNumber(serial), mobile: mobileNumber(serial), education: "secondaryVocational",
    socialSecurityFrom: "2017-06", issuer: "emergencyManagement", certType: "specialOperation",
    workCategory: [index < highVoltage ? "highVoltage" : "lowVoltage"], certNo: `T${residentIdNumber(serial)}`,
    firstIssuedOn: "2013-04-15", validFrom: addYears(today, -1), validTo: addYears(today, 5), reviewBy: addYears(today, 2),
  };
}

function project(category: string, index: number, today: string): Row {
  const start = addYears(today, -(2 + (index % 2)));
  const kind = codesOf(projectKinds)[index % 4] ?? "substation";
  return {
    rowId: `project-${category}-${index}`, category, projectName: `${["铁西", "于洪", "浑南", "苏家屯"][index % 4]} 35 千伏变电站${index + 1}期工程`,
    owner: "辽宁某供电公司", generalContractor: "", region: "辽宁省/沈阳市/铁西区", voltage: index % 2 ? "ac10" : "ac35", kind, quantity: "2",
    unit: "item", capacity: "20", contractNo: `HT-${category.slice(0, 2).toUpperCase()}-${index + 1}`, contractAmount: "320.5",
    contractDate: addDays(start, -30), startOn: start, completedOn: addDays(start, 200), acceptedOn: addDays(start, 220), quality: "qualified",
    licenceNoAtTime: "", contactName: "", contactPhone: "",
  };
}

function basics(plan: ApplicationPlan): SectionAnswers {
  return {
    totalAssets: "1200", netAssets: "560", financeAsOf: addDays(plan.today, -120), auditReportNo: "辽审字第 118 号", employees: "68", officeArea: "520",
    safetyOrg: "设安全生产委员会和专职安全管理部门，制度齐全。",
    shareholders: [
      { rowId: `shareholder-${plan.people}-1`, name: plan.legalRep.name, type: "naturalPerson", idType: "residentId", idNo: plan.legalRep.idNo, amount: "600", ratio: "60", method: "cash", remark: "" },
      {
        rowId: `shareholder-${plan.people}-2`, name: "辽宁甲乙投资有限公司", type: "company", idType: "uscc", idNo: creditCode(900), amount: "400", ratio: "40", method: "cash", remark: "",
      },
    ],
  };
}

function rosters(plan: ApplicationPlan): Pick<Answers, "technicians" | "skilled-workers" | "performance"> {
  const top = highestLevel(plan.ruleSet, Object.values(plan.items));
  const [technicians, workers, high] = [top?.technicians.value ?? 5, top?.skilledWorkers.value ?? 5, top?.highVoltageElectricians.value ?? 3];
  const intermediates = Math.max(2, top?.intermediateTechnicians.value ?? 0);
  const asked = Object.entries(plan.items).filter(([, level]) => findLevel(plan.ruleSet, level)?.performanceRequired.value);
  const period: SectionAnswers = asked.length > 0 ? { consecutiveFrom: addYears(plan.today, -4).slice(0, 7), consecutiveTo: plan.today.slice(0, 7) } : {};
  return {
    technicians: { technicians: Array.from({ length: technicians }, (_, i) => technician(plan.people + 10 + i, i, intermediates)) },
    "skilled-workers": { skilledWorkers: Array.from({ length: workers }, (_, i) => electrician(plan.people + 70 + i, i, high, plan.today)) },
    performance: { ...period, performance: asked.flatMap(([category]) => [0, 1, 2].map((i) => project(category, i, plan.today))) },
  };
}

/** 一份填写完整、经得起核验的许可证新申请（附件另计）。 */
export function completeAnswers(plan: ApplicationPlan): Answers {
  const agent = plan.submitterType === "agent";
  return {
    "application-category": {
      nature: plan.nature ?? "first", items: { ...plan.items }, submitterType: agent ? "agent" : "legalRepresentative",
      submitterName: agent ? personName(plan.people + 3) : plan.legalRep.name, submitterId: agent ? residentIdNumber(plan.people + 3) : plan.legalRep.idNo,
      submitterMobile: mobileNumber(plan.people + 3),
    },
    "basic-information": basics(plan),
    "technical-lead": lead(plan.people + 1, "技术负责人", plan),
    "safety-lead": { ...lead(plan.people + 2, "安全负责人", plan), training: training(plan.people + 2) },
    ...rosters(plan),
  };
}
