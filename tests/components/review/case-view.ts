import type { SummaryLine, SummarySection } from "@/lib/forms/summary";
import type { CaseView, ReviewRemark } from "@/lib/licensing/review-views";

const line = (field: string, label: string, text: string, mask?: SummaryLine["mask"]): SummaryLine => ({ field, label, text, ...(mask ? { mask } : {}) });

const file = (id: string, name: string, mediaType: string) => ({ id, name, size: 1024, mediaType });

const lead: SummarySection = {
  section: "technical-lead",
  label: "技术负责人",
  groups: [{ lines: [line("name", "姓名", "赵明远"), line("idNo", "身份证号码", "210200********5554", "identity"), line("titleCertNo", "职称证书编号", "LN-2")] }],
  tables: [],
  slots: [
    { slot: "TL_TITLE", label: "职称证书", files: [file("f1", "职称证书.pdf", "application/pdf")] },
    { slot: "TL_PHOTO", label: "登记照", files: [file("f2", "登记照.png", "image/png")] },
    { slot: "TL_SS", label: "社会保险缴纳证明", files: [] },
  ],
};

const technicians: SummarySection = {
  section: "technicians",
  label: "电力相关技术人员",
  groups: [],
  tables: [
    {
      table: "technicians",
      label: "技术人员",
      columns: ["name", "titleLevel"],
      rows: [
        { rowId: "row-1", title: "第 1 行 王磊", lines: [line("name", "姓名", "王磊"), line("titleLevel", "职称级别", "中级")], slots: [{ slot: "TE_SS", label: "社会保险缴纳证明", files: [file("f3", "王磊社保.doc", "application/msword")] }] },
        { rowId: "row-2", title: "第 2 行 李强", lines: [line("name", "姓名", "李强"), line("titleLevel", "职称级别", "初级")], slots: [] },
      ],
    },
  ],
  slots: [],
};

export const draftRemark: ReviewRemark = {
  id: "r1", sectionKey: "technical-lead", field: "titleCertNo", level: "must", text: "与附件不一致", place: "技术负责人 › 职称证书编号", round: 1, author: "张敏", state: "draft", answer: "",
};

/** 待形审、由本人承办的一件申请；要别的情形就改几项。 */
export function caseView(changes: Partial<CaseView> = {}): CaseView {
  return {
    applicationId: "0193f000-0000-7000-8000-000000000001", number: "NEEB-2026-000001", enterprise: "抚顺戊电力工程有限公司", uscc: "91210102XFAKE501XR", business: "许可证新申请",
    scopeText: "承装四级", procedure: "一般程序", ruleSet: "2020年五级", state: "submitted", stateWord: "待形审", stage: "intake", revision: 2, round: 1,
    submittedAt: "2026-11-18T08:40:00.000Z", acceptedAt: "", due: { word: "剩 2", tone: "amber", note: "" }, dueOn: "2026-11-25", promisedDueOn: "", statutoryDueOn: "",
    holder: "张敏", mine: true, claimable: true, sections: [lead, technicians], amendments: [], changes: [],
    checks: [
      { section: "technicians", label: "技术人员总数", outcome: "unmet", detail: "需 10，现有 2" },
      { section: "technical-lead", label: "净资产占比", outcome: "met", detail: "" },
    ],
    remarks: [], remarking: { allowed: true, reason: "" },
    history: [{ id: "h1", at: "2026-11-18T08:40:00.000Z", word: "资料提交", who: "孙立军 企业", kind: "enterprise", note: "第 1 次提交" }],
    shownRound: 1, shownAt: "2026-11-18T08:40:00.000Z", live: [], phrases: [],
    actions: [
      { action: "accept", label: "受理", needs: ["noMustRemarks"], tone: "primary" },
      { action: "returnForCorrection", label: "退回补正", needs: ["remarks"], tone: "plain", blockedBy: "请先写至少一条“必须修改”的意见" },
      { action: "rejectIntake", label: "不予受理", needs: ["reason", "article"], tone: "danger" },
    ],
    licenceNumber: "",
    ...changes,
  };
}

/** 第二轮提交：证书编号变更，第 2 行新增，第 3 行减少。 */
export const secondRound: Partial<CaseView> = {
  round: 2,
  shownRound: 2,
  comparedRound: 1,
  changes: [
    { section: "technical-lead", field: "titleCertNo", label: "技术负责人 › 职称证书编号", kind: "changed", before: "LN-1", after: "LN-2" },
    { section: "technical-lead", slot: "TL_PHOTO", label: "技术负责人 › 登记照", kind: "changed", before: "旧照片.png", after: "登记照.png" },
    { section: "technicians", table: "technicians", row: "row-2", label: "第 2 行 李强", kind: "added", before: "", after: "第 2 行 李强" },
    { section: "technicians", table: "technicians", row: "row-3", label: "第 3 行 周凯", kind: "removed", before: "第 3 行 周凯", after: "" },
  ],
};
