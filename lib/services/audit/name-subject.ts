import * as z from "zod";
import { regionName } from "@/lib/enterprise/regions";
import { offices } from "@/lib/licensing/offices";
import { settingNames } from "@/lib/terms/settings";
import type { Describable } from "./describe-entry";
import { isBag, officeWord, type SubjectLabels } from "./detail-words";

/** 内容里能用来称呼对象的几项，先专有的，后所属的案件、企业。 */
const naming = ["title", "file", "number", "servicePoint", "firstServicePoint", "name", "regionCode", "recipient", "caseId", "applicationId", "enterpriseId", "login", "note"] as const;
const SHORT = 24;

/** 没有编号、名称的记录（公布的通知、导入、已删去的）照这一条的内容称呼。 */
function nameIn(detail: unknown, labels: SubjectLabels): string | undefined {
  const bags = isBag(detail) ? [detail, detail.after, detail.before].filter(isBag) : [];
  for (const key of naming) {
    const value = bags.map((bag) => bag[key]).find((one) => typeof one === "string" && one !== "");
    if (typeof value !== "string") continue;
    const word = key === "regionCode" ? regionName(value) : (labels.get(value) ?? value);
    return word.length > SHORT && key === "note" ? `${word.slice(0, SHORT)}…` : word;
  }
  return undefined;
}

/** 是一条记录的标识，不是代码。 */
export const isRecordId = (value: unknown): value is string => z.uuid().safeParse(value).success;

/** 一条审计的对象叫什么：编号、名称；认不出的是它的标识。 */
export function nameSubject({ subject, subjectId, detail }: Describable, labels: SubjectLabels): string {
  const id = subjectId ?? "";
  const named = labels.get(id);
  if (named !== undefined) return named;
  if (subject === "Setting") return (settingNames as Readonly<Record<string, string>>)[id] ?? id;
  if (subject === "Office") return officeWord(id);
  return isRecordId(id) ? (nameIn(detail, labels) ?? id) : id;
}

/** 按设置、派出机构的名称查的，换成库里记的代码。 */
export function codesNamed(text: string): string[] {
  const settings = Object.entries(settingNames).filter(([, word]) => word === text).map(([code]) => code);
  return [...settings, ...offices.filter(({ name }) => name === text).map(({ code }) => code)];
}
