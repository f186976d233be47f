import type { Answers, AttachedFile, Row, SectionAnswers } from "@/lib/forms/answers";
import type { LicensingContext } from "@/lib/licensing/context";
import { getRuleSet, type RuleSetId } from "@/lib/licensing/rule-sets";
import type { ProcedureCode } from "@/lib/terms/application";
import { type FictitiousPerson, fictitiousPerson } from "./people";

export const TODAY = "2026-11-22";

/** 好的企业登记信息，按字段键。 */
export function enterpriseFacts(changes: Record<string, string> = {}): Record<string, string> {
  return {
    unitName: "沈阳甲电力工程有限公司", uscc: "91210102XFAKE501XR", enterpriseType: "company", registrationType: "173",
    legalRep: "赵建国", legalRepIdType: "residentId", legalRepId: fictitiousPerson(900_001).residentId, legalRepMobile: "13912345678",
    registeredCapital: "2000", foundedOn: "2015-06-01", businessTermTo: "", registrationAuthority: "沈阳市和平区市场监督管理局",
    region: "辽宁省/沈阳市/和平区", domicile: "沈阳市和平区南京北街1号", mailingAddress: "沈阳市和平区南京北街1号", postalCode: "110001",
    contact: "钱丽", contactMobile: "13987654321", phone: "024-23100000", fax: "", email: "office@example.com", businessScope: "电力工程施工", parentOrg: "",
    ...changes,
  };
}

export interface NewLicenceOptions {
  /** 类别 → 级别，默认承装五级、承试五级。 */
  items?: Record<string, string>;
  technicians?: number;
  /** 其中前几名为中级；默认三分之一。 */
  intermediateTechnicians?: number;
  workers?: number;
  /** 其中前几名为高压电工；默认全部。 */
  highVoltage?: number;
  nature?: string;
  submitterType?: "legalRepresentative" | "agent";
  leadTitle?: string;
  /** 每个类别的业绩项数；默认 0。 */
  projects?: number;
  /** 人员序号从几开始；不同的企业取不同的段，身份证号码就不会相撞。 */
  firstPerson?: number;
}

export interface BuiltApplication {
  answers: Answers;
  files: AttachedFile[];
}

const row = (kind: string, n: number, values: SectionAnswers): Row => ({ rowId: `${kind}-row-${String(n).padStart(4, "0")}`, ...values });

function attached(section: string, slot: string, rowId?: string): AttachedFile {
  const name = `${slot}.pdf`;
  return { id: [section, slot, rowId].filter(Boolean).join("/"), section, slot, name, size: 2048, mediaType: "application/pdf", ...(rowId ? { row: rowId } : {}) };
}

const title = (level: string) => ({
  titleLevel: level, titleSpecialty: "electricalEngineering", titleCertNo: "LN-2012-0087", titleIssuer: "辽宁省人力资源和社会保障厅", titleIssuedOn: "2012-11-30",
});

const employment = { post: "工程师", joinedOn: "2016-03-01", socialSecurityFrom: "2016-03" };
const education = { education: "bachelor", school: "沈阳工业大学", major: "电气工程" };

function lead(person: FictitiousPerson, categories: string[], level: string): SectionAnswers {
  const experience = {
    from: "2014-03", to: "", employer: "沈阳甲电力工程有限公司", position: "项目经理", category: categories, isManagement: true,
    content: "主持 10 千伏配电工程的施工管理", witness: "孙志远", witnessPhone: "13700001111",
  };
  return {
    name: person.name, idType: "residentId", idNo: person.residentId, mobile: person.mobile, ...education, ...title(level), ...employment,
    categories, workExperience: [row("experience", 1, experience)],
  };
}

/** 一名技术人员的一行；seq 只影响 rowId。 */
export function technicianRow(person: FictitiousPerson, seq: number, level = "juniorAssistant"): Row {
  return row("technician", seq, {
    name: person.name, idType: "residentId", idNo: person.residentId, mobile: person.mobile, ...education, ...title(level), ...employment, isTechLeader: false,
  });
}

/** 一名电工的一行。 */
export function workerRow(person: FictitiousPerson, seq: number, highVoltage = true): Row {
  return row("worker", seq, {
    issuer: "emergencyManagement", name: person.name, idNo: person.residentId, education: "secondaryVocational", certType: "specialOperation",
    workCategory: highVoltage ? ["highVoltage"] : ["lowVoltage"], certNo: `T${person.residentId}`, firstIssuedOn: "2019-05-06",
    validFrom: "2025-05-06", validTo: "2031-05-05", reviewBy: "2028-05-05", mobile: person.mobile, socialSecurityFrom: "2020-01",
  });
}

/** 一项业绩的一行；各项错开年份，第一项在前年开工。 */
export function projectRow(category: string, seq: number): Row {
  const year = 2026 - (seq % 3);
  return row(`project-${category}`, seq, {
    category, projectName: `${category} ${seq} 号线路改造工程`, owner: "沈阳供电公司", generalContractor: "", region: "辽宁省/沈阳市/和平区", voltage: "ac35",
    kind: seq % 2 === 0 ? "substation" : "overheadLine", quantity: "1", unit: "item", capacity: "", contractNo: `HT-${category}-${seq}`, contractAmount: "320.5",
    contractDate: `${year}-01-08`, startOn: `${year}-02-01`, completedOn: `${year}-09-30`, acceptedOn: `${year}-10-15`, quality: "qualified",
    licenceNoAtTime: "", contactName: "", contactPhone: "",
  });
}

const numbered = <T>(count: number, build: (n: number) => T): T[] => Array.from({ length: count }, (_, i) => build(i + 1));

function peopleSections(options: Required<NewLicenceOptions>, applied: string[]): Answers {
  const person = (n: number) => fictitiousPerson(options.firstPerson + n);
  const training = row("training", 1, {
    from: "2025-04-01", to: "2025-04-05", content: "电力安全生产管理", organiser: "辽宁省电力行业协会", certName: "", certNo: "", result: "passed",
  });
  return {
    "technical-lead": lead(person(1), applied, options.leadTitle),
    "safety-lead": { ...lead(person(2), applied, options.leadTitle), training: [training] },
    technicians: {
      technicians: numbered(options.technicians, (n) => technicianRow(person(100 + n), n, n <= options.intermediateTechnicians ? "intermediate" : "juniorAssistant")),
    },
    "skilled-workers": { skilledWorkers: numbered(options.workers, (n) => workerRow(person(2000 + n), n, n <= options.highVoltage)) },
    performance: options.projects === 0 ? {} : {
      consecutiveFrom: "2023-01", consecutiveTo: "2026-10",
      performance: applied.flatMap((category) => numbered(options.projects, (n) => projectRow(category, n))),
    },
  };
}

function companySections(options: Required<NewLicenceOptions>): Answers {
  const owner = fictitiousPerson(options.firstPerson + 3);
  const shareholder = row("shareholder", 1, {
    name: owner.name, type: "naturalPerson", idType: "residentId", idNo: owner.residentId, amount: "2000", ratio: "100", method: "cash", remark: "",
  });
  const submitter = fictitiousPerson(options.firstPerson + 4);
  return {
    "application-category": {
      nature: options.nature, items: options.items, submitterType: options.submitterType, submitterName: submitter.name,
      submitterId: submitter.residentId, submitterMobile: submitter.mobile,
    },
    "basic-information": {
      totalAssets: "1500", netAssets: "900", financeAsOf: "2025-12-31", auditReportNo: "辽会审字〔2026〕12号", employees: "46", officeArea: "320",
      safetyOrg: "设安全生产部，专职安全员三人", shareholders: [shareholder],
    },
  };
}

function filesFor(options: Required<NewLicenceOptions>, answers: Answers): AttachedFile[] {
  const nature: Record<string, string[]> = { afterMerger: ["MERGE_DOC"], afterDivision: ["SPLIT_DOC"] };
  const bySection: Record<string, string[]> = {
    "application-category": [options.submitterType === "agent" ? "SUB_AUTH" : "SUB_SELF", "LEGAL_STMT", ...(nature[options.nature] ?? [])],
    "basic-information": ["FORM", "BIZ_LIC", "REP_ID", "ASSETS", "SAFETY"],
    "technical-lead": ["TL_PHOTO", "TL_ID", "TL_TITLE", "TL_APPT", "TL_SS"],
    "safety-lead": ["SL_PHOTO", "SL_ID", "SL_TITLE", "SL_APPT", "SL_SS"],
  };
  const byRow: [string, string, string[]][] = [
    ["technicians", "technicians", ["TE_TITLE", "TE_SS"]],
    ["skilled-workers", "skilledWorkers", ["WORKER_CERT", "WORKER_ID", "WORKER_SS"]],
    ["performance", "performance", ["PF_CONTRACT", "PF_ACCEPTANCE"]],
  ];
  return [
    ...Object.entries(bySection).flatMap(([section, slots]) => slots.map((slot) => attached(section, slot))),
    ...byRow.flatMap(([section, table, slots]) =>
      ((answers[section]?.[table] ?? []) as Row[]).flatMap((person) => slots.map((slot) => attached(section, slot, person.rowId))),
    ),
  ];
}

/** 一份没有任何不符的许可证新申请：答案与附件；缺省够承装五级、承试五级。 */
export function completeNewLicence(options: NewLicenceOptions = {}): BuiltApplication {
  const technicians = options.technicians ?? 5;
  const workers = options.workers ?? 5;
  const full: Required<NewLicenceOptions> = {
    items: { installation: "5", testing: "5" }, nature: "first", submitterType: "legalRepresentative", leadTitle: "intermediate",
    projects: 0, firstPerson: 0, technicians, workers, intermediateTechnicians: Math.ceil(technicians / 3), highVoltage: workers, ...options,
  };
  const applied = Object.keys(full.items).filter((category) => full.items[category] !== "");
  const answers = { ...companySections(full), ...peopleSections(full, applied) };
  return { answers, files: filesFor(full, answers) };
}

/** 判断这份申请的上下文；默认 2020 年五级、一般程序。 */
export function licensingContext(
  built: BuiltApplication,
  changes: { ruleSetId?: RuleSetId; procedure?: ProcedureCode; today?: string; enterprise?: Record<string, string> } = {},
): LicensingContext {
  return {
    today: changes.today ?? TODAY,
    answers: built.answers,
    files: built.files,
    ruleSet: getRuleSet(changes.ruleSetId ?? "NDRC-36-2020"),
    procedure: changes.procedure ?? "standard",
    enterprise: changes.enterprise ?? enterpriseFacts(),
  };
}
