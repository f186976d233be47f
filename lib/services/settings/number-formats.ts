import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { lastNumbers } from "@/lib/data/platform";
import { caseNumberPattern, caseSeries, formatCaseNumber } from "@/lib/licensing/case-number";
import { documentNumberPattern, documentSeries, formatDocumentNumber } from "@/lib/licensing/documents/number";
import { defaultNumberPattern, licenceSeries } from "@/lib/licensing/licence/number";
import type { NumberFormat } from "@/lib/licensing/number-views";
import { getOffice } from "@/lib/licensing/offices";
import { expectLicenceNumber } from "@/lib/services/licences/effects/issue-licence";
import { today } from "@/lib/services/platform/clock";
import { documentKinds } from "@/lib/terms/documents";
import { codesOf } from "@/lib/terms/option-map";
import { getSetting } from "./settings";

const YEARLY = "每年从 1 起";

/** 编号的样式与下一个号，本派出机构的；只看不改：改了样式，旧编号就认不出了。 */
export async function getNumberFormats(actor: Actor): Promise<{ office: string; rows: NumberFormat[] }> {
  authorise(actor, "settings.edit");
  const { officeCode } = requireStaff(actor);
  const on = await today(db());
  const year = on.slice(0, 4);
  const kinds = codesOf(documentKinds);
  const taken = await lastNumbers(db(), [caseSeries(officeCode, year), licenceSeries(officeCode), ...kinds.map((kind) => documentSeries(kind, officeCode, year))]);
  const lastOf = (series: string): number => taken.get(series) ?? 0;
  const documents = kinds.map((kind): NumberFormat => {
    const last = lastOf(documentSeries(kind, officeCode, year));
    return { name: documentKinds[kind], pattern: documentNumberPattern, last, next: formatDocumentNumber({ kind, officeCode, year, seq: last + 1 }), restarts: YEARLY, note: "" };
  });
  return { office: getOffice(officeCode).name, rows: [caseFormat(lastOf(caseSeries(officeCode, year)), officeCode, year), await licenceFormat(lastOf(licenceSeries(officeCode)), officeCode, on), ...documents] };
}

function caseFormat(last: number, officeCode: string, year: string): NumberFormat {
  return { name: "申请编号", pattern: caseNumberPattern, last, next: formatCaseNumber(officeCode, year, last + 1), restarts: YEARLY, note: "派出机构代码、年份、六位顺序号" };
}

async function licenceFormat(last: number, officeCode: string, on: string): Promise<NumberFormat> {
  const confirmed = (await getSetting("confirmedOffices")).includes(officeCode);
  return {
    name: "许可证编号", pattern: defaultNumberPattern, last, next: await expectLicenceNumber(db(), officeCode, on, 1), restarts: "从不重新开始",
    note: confirmed ? "区域、机构两位已核实" : "区域、机构两位暂定，在系统设置里核实",
  };
}
