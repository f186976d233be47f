import type { DocumentFacts, DocumentValues } from "@/lib/licensing/documents/facts";
import { builtInCalendar } from "@/lib/workflow/calendar";

/** 一件走到各步都有话可说的案件。 */
export const documentFacts = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  caseNumber: "ECEB-2026-000012", business: "许可证新申请", procedure: "standard", scopeText: "承装四级、承修四级", office: "国家能源局华东监管局",
  addressee: { name: "安徽恒明电力工程有限公司", uscc: "91340100MA2N123456" }, round: 1, submittedOn: "2026-11-20", acceptedOn: "2026-11-21", stageDueOn: "2026-12-11",
  statutoryDueOn: "2026-12-18", deferral: { materials: ["技术负责人：职称证书"], dueOn: "2026-12-04" }, issuedOn: "2026-11-20", calendar: builtInCalendar, ...more,
});

/** 各种文书要说的都说上。 */
export const documentValues: DocumentValues = {
  reason: "净资产不足", article: "《行政许可法》第三十八条第二款", dueOn: "2026-12-20", licenceNumber: "4-1-00033-2026", validTo: "2032-11-21", outcome: "许可证已注销",
  remarks: [{ place: "技术负责人 职称证书编号", level: "must", text: "与扫描件不一致" }, { place: "附件", level: "hint", text: "请上传清晰的扫描件" }],
  extension: { days: 10, dueOn: "2027-01-11", promisedOn: "2027-01-04" }, visit: { on: "2026-12-01", time: "09:30", place: "合肥市蜀山区1号", officials: ["李审", "王复"], items: ["核对试验设备"] },
};
