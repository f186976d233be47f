import { procedureMark } from "@/lib/terms/application";
import type { BusinessCode } from "@/lib/terms/businesses";
import { type QueueMark, queueMarks } from "@/lib/terms/queue";

const personnelChange = "personnel-change" satisfies BusinessCode;
const directions = ["departure", "entry"] as const satisfies QueueMark[];

/** 人员变更的申请内容里，入职、离职各自开头的字（见 personnel/change.ts）。 */
const leadOf = (direction: (typeof directions)[number]): string => `${queueMarks[direction]}：`;

/** 一件案件的标记：办理方式，人员变更的入职、离职（L-6-06）。 */
export function marksOf({ business, procedure, scopeText }: { business: string; procedure: string; scopeText: string }): string[] {
  const mark = procedureMark(procedure);
  const changes = business === personnelChange ? directions.filter((direction) => scopeText.includes(leadOf(direction))).map((direction) => queueMarks[direction]) : [];
  return mark === "" ? changes : [mark, ...changes];
}

/** 申请内容里没有人名的部分：人员变更的内容就是人名。 */
export const scopeWithoutPeople = ({ business, scopeText }: { business: string; scopeText: string }): string => (business === personnelChange ? "" : scopeText);

/** 按标记筛选：办理方式是一列，入职、离职看申请内容开头的字（别的业务没有）。 */
export function conditionOfMark(mark: QueueMark): { procedure: string } | { scopePart: string } {
  return mark === "entry" || mark === "departure" ? { scopePart: leadOf(mark) } : { procedure: mark };
}
