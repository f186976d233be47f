import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { type Db, db } from "@/lib/data/client";
import { lastNumber } from "@/lib/data/platform";
import { caseNumberPattern, caseSeries, formatCaseNumber } from "@/lib/licensing/case-number";
import { documentNumberPattern, documentSeries, formatDocumentNumber } from "@/lib/licensing/documents/number";
import { defaultNumberPattern, licenceSeries } from "@/lib/licensing/licence/number";
import { getOffice } from "@/lib/licensing/offices";
import { expectLicenceNumber } from "@/lib/services/licences/effects/issue-licence";
import { today } from "@/lib/services/platform/clock";
import { documentKinds } from "@/lib/terms/documents";
import { codesOf } from "@/lib/terms/option-map";
import { getSetting } from "./settings";

export interface NumberFormat {
  name: string;
  pattern: string;
  /** 已取到几号；没有取过的为 0。 */
  last: number;
  next: string;
  /** 何时重新从一开始。 */
  restarts: string;
  note: string;
}

const YEARLY = "每年从 1 起";

/** 编号的样式与下一个号，本派出机构的；只看不改：改了样式，旧编号就认不出了。 */
export async function getNumberFormats(actor: Actor): Promise<{ office: string; rows: NumberFormat[] }> {
  authorise(actor, "settings.edit");
  const { officeCode } = requireStaff(actor);
  const on = await today(db());
  const year = on.slice(0, 4);
  const documents = [];
  for (const kind of codesOf(documentKinds)) {
    const last = await lastNumber(db(), documentSeries(kind, officeCode, year));
    documents.push({ name: documentKinds[kind], pattern: documentNumberPattern, last, next: formatDocumentNumber({ kind, officeCode, year, seq: last + 1 }), restarts: YEARLY, note: "" });
  }
  return { office: getOffice(officeCode).name, rows: [await caseFormat(db(), officeCode, year), await licenceFormat(db(), officeCode, on), ...documents] };
}

async function caseFormat(database: Db, officeCode: string, year: string): Promise<NumberFormat> {
  const last = await lastNumber(database, caseSeries(officeCode, year));
  return { name: "申请编号", pattern: caseNumberPattern, last, next: formatCaseNumber(officeCode, year, last + 1), restarts: YEARLY, note: "派出机构代码、年份、六位顺序号" };
}

async function licenceFormat(database: Db, officeCode: string, on: string): Promise<NumberFormat> {
  const last = await lastNumber(database, licenceSeries(officeCode));
  const confirmed = (await getSetting("confirmedOffices")).includes(officeCode);
  return {
    name: "许可证编号", pattern: defaultNumberPattern, last, next: await expectLicenceNumber(database, officeCode, on, 1), restarts: "从不重新开始",
    note: confirmed ? "区域、机构两位已核实" : "区域、机构两位暂定，在系统设置里核实",
  };
}
