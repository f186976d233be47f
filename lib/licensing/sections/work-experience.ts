import type { Field, Table } from "@/lib/forms/definition";
import { workActivities } from "@/lib/terms/categories";
import { trainingResults } from "@/lib/terms/person";
import type { LicensingContext } from "../context";
import { notInFuture } from "./dates";

const experienceFields: readonly Field<LicensingContext>[] = [
  { key: "from", label: "起始年月", kind: "month", check: notInFuture },
  { key: "to", label: "截止年月", kind: "month", required: false, help: "至今的请留空", notBefore: { key: "from", label: "起始年月" }, check: notInFuture },
  { key: "employer", label: "工作单位", kind: "text" },
  { key: "position", label: "职务/岗位", kind: "text", maxLength: 60 },
  { key: "category", label: "从事活动", kind: "multiSelect", options: workActivities },
  { key: "isManagement", label: "是否管理工作", kind: "checkbox", required: false, help: "勾选的才计入相关管理工作年限" },
  { key: "content", label: "工作内容", kind: "longText", required: false, width: "full" },
  { key: "witness", label: "证明人", kind: "text", maxLength: 50 },
  { key: "witnessPhone", label: "证明人电话", kind: "mobile", strict: true, help: "手机号码", mask: "phone" },
];

/** 工作经历，两位负责人共用；时间可以有空档，重叠的月份只计一次。 */
export const workExperience: Table<LicensingContext> = {
  key: "workExperience",
  label: "工作经历",
  rowLabel: "工作经历",
  groups: [{ fields: experienceFields }],
  presentation: "dialog",
  columns: ["from", "to", "employer", "position", "category", "isManagement", "witness", "witnessPhone"],
  titleField: "employer",
  min: 1,
  addLabel: "工作经历+",
  editLabel: "修改",
};

const trainingFields: readonly Field<LicensingContext>[] = [
  { key: "from", label: "培训起始日期", kind: "date", check: notInFuture },
  { key: "to", label: "培训截止日期", kind: "date", notBefore: { key: "from", label: "培训起始日期" }, check: notInFuture },
  { key: "content", label: "培训内容", kind: "text" },
  { key: "organiser", label: "培训机构", kind: "text" },
  { key: "certName", label: "证书名称", kind: "text", required: false },
  { key: "certNo", label: "证书编号", kind: "text", required: false, maxLength: 60 },
  { key: "result", label: "培训结果", kind: "select", options: trainingResults, required: false },
];

/** 培训经历，安全负责人填写。 */
export const training: Table<LicensingContext> = {
  key: "training",
  label: "培训经历",
  rowLabel: "培训经历",
  groups: [{ fields: trainingFields }],
  presentation: "dialog",
  columns: ["from", "to", "content", "organiser", "result"],
  titleField: "content",
  addLabel: "培训经历+",
  editLabel: "修改",
};
