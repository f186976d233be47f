import "server-only";
import type { Db } from "@/lib/data/client";
import { listKnownEnterprises, listKnownLicences, listNameHolders } from "@/lib/data/imports";
import { listOfficeDigits } from "@/lib/data/settings";
import { type ImportLines, soughtBy } from "@/lib/licensing/imports/judge";
import type { KnownRegister, NumberedOffice } from "@/lib/licensing/imports/register";
import { offices } from "@/lib/licensing/offices";

/** 判断这份文件所需的现状，只取文件里写到的。 */
export async function knownRegister(db: Db, lines: ImportLines, today: string): Promise<KnownRegister> {
  const { codes, names, numbers } = soughtBy(lines);
  const enterprises = await listKnownEnterprises(db, codes);
  return { today, enterprises, offices: await numberedOffices(db), names: await listNameHolders(db, names), licences: await listKnownLicences(db, numbers) };
}

/** 派出机构在编号里的两位：核实过的取库里的，没有用到过的取暂定的。 */
async function numberedOffices(db: Db): Promise<NumberedOffice[]> {
  const stored = new Map((await listOfficeDigits(db)).map((row) => [row.code, row]));
  return offices.map(({ code, name, regionDigit, officeDigit }) => ({
    code, name, regionDigit: stored.get(code)?.regionDigit ?? regionDigit, officeDigit: stored.get(code)?.officeDigit ?? officeDigit,
  }));
}
