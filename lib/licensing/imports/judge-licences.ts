import { asFacts } from "@/lib/enterprise/particulars";
import { normaliseIdentifier } from "@/lib/forms/identifiers";
import { type LicenceNumberParts, normaliseLicenceNumber, parseLicenceNumber } from "../licence/number";
import { licenceScopeWords } from "../licence/scope";
import type { JudgedEnterprise } from "./judge-enterprises";
import { licenceChanges } from "./changes";
import { MAX_IMPORTED_SERIAL } from "./limits";
import { at, chosenLevels, dateFaults, levelFaults } from "./licence-checks";
import type { ImportLine } from "./read-lines";
import type { KnownEnterprise, KnownRegister, NumberedOffice } from "./register";
import type { ImportFault, ImportRow, LicenceWrite } from "./report";

export interface JudgedLicence {
  row: ImportRow;
  write?: LicenceWrite;
  /** 证面没有变、只改状态或首次发证日期的，不另出一版。 */
  newVersion: boolean;
}

/** 持证企业：名称、住所、法定代表人与派出机构，取自本文件，没有的取自库里。 */
interface Holder {
  name: string;
  domicile: string;
  legalRep: string;
  officeCode?: string;
}

interface Desk {
  known: KnownRegister;
  enterprises: ReadonlyMap<string, JudgedEnterprise>;
  numbers: Map<string, number>;
  /** 文件里已写着有效许可证（那一行没有错）的企业。 */
  valid: Map<string, number>;
}

/** 许可证一表逐行的结论：编号与机构、等级、日期、持证企业、与库里的出入。 */
export function judgeLicences(lines: readonly ImportLine[], enterprises: readonly JudgedEnterprise[], known: KnownRegister): JudgedLicence[] {
  const desk: Desk = { known, enterprises: byCode(enterprises), numbers: new Map(), valid: new Map() };
  return lines.map((line) => judgeLine(line, desk));
}

/** 同一代码写了两行的，取没有错的那一行。 */
const byCode = (enterprises: readonly JudgedEnterprise[]): Map<string, JudgedEnterprise> =>
  new Map([...enterprises.filter(({ write }) => !write), ...enterprises.filter(({ write }) => write)].map((one) => [one.uscc, one]));

function judgeLine(line: ImportLine, desk: Desk): JudgedLicence {
  const number = normaliseLicenceNumber(line.values.number ?? "");
  const row = (outcome: ImportRow["outcome"], faults: ImportFault[] = []): ImportRow => ({ sheet: "licences", line: line.line, title: number, outcome, faults });
  const faults = line.faults.length > 0 ? line.faults : [...placeFaults(line, number, desk), ...levelFaults(line), ...dateFaults(line, desk.known.today)];
  if (!desk.numbers.has(number)) desk.numbers.set(number, line.line);
  if (faults.length > 0) return { row: row("faulty", faults), newVersion: false };
  const write = writeOf(line.values, number, desk);
  // 没有错的行才算数：有错的不会写入，后面的行不与它相比
  if (write.state === "valid") desk.valid.set(write.uscc, line.line);
  const before = desk.known.licences.get(number);
  if (!before) return { row: row("added"), write, newVersion: true };
  const { changes, face: newVersion } = licenceChanges(before, write);
  if (changes.length === 0) return { row: row("unchanged"), newVersion };
  if (before.importedOnly) return { row: { ...row("updated"), changes }, write, newVersion };
  return { row: row("faulty", [at(line, "number", "该许可证已由本系统办理过变更，不从文件更新")]), newVersion };
}

/** 编号、机构、持证企业。 */
function placeFaults(own: ImportLine, number: string, desk: Desk): ImportFault[] {
  const { values, line } = own;
  const uscc = normaliseIdentifier(values.uscc ?? "");
  const parts = parseLicenceNumber(number);
  const twin = desk.numbers.get(number);
  if (twin !== undefined && twin !== line) return [at(own, "number", `与第 ${twin} 行重复`)];
  if (!parts) return [at(own, "number", "请核对许可证编号")];
  const holder = findHolder(uscc, desk);
  if (typeof holder === "string") return [at(own, "uscc", holder)];
  return [...numberFaults(parts, own, holder, desk.known), ...holderFaults(uscc, number, own, desk)];
}

function findHolder(uscc: string, { enterprises, known }: Desk): Holder | string {
  const judged = enterprises.get(uscc);
  if (judged?.write) {
    const { name, officeCode, particulars } = judged.write;
    return { name, officeCode, domicile: particulars.domicile ?? "", legalRep: particulars.legalRep ?? "" };
  }
  if (judged) return `“企业”表第 ${judged.row.line} 行有错，请先改好那一行`;
  const stored = known.enterprises.get(uscc);
  return stored ? holderOf(stored) : "库里与“企业”表里都没有这家企业";
}

function holderOf(stored: KnownEnterprise): Holder {
  const facts = asFacts(stored);
  return { name: stored.name, domicile: facts.domicile ?? "", legalRep: facts.legalRep ?? "" };
}

const findNumberedOffice = ({ region, office }: LicenceNumberParts, offices: readonly NumberedOffice[]): NumberedOffice | undefined =>
  offices.find((one) => one.regionDigit === region && one.officeDigit === office);

function numberFaults(parts: LicenceNumberParts, line: ImportLine, holder: Holder, known: KnownRegister): ImportFault[] {
  const office = findNumberedOffice(parts, known.offices);
  if (!office) return [at(line, "number", `没有编号为 ${parts.region}-${parts.office} 的派出机构`)];
  if (parts.serial > MAX_IMPORTED_SERIAL) return [at(line, "number", "顺序号过大，导入后本机构的新证将无号可用")];
  const own = known.offices.find(({ code }) => code === holder.officeCode);
  if (own && own.code !== office.code) return [at(line, "number", `编号前两位属于${office.name}，企业所在地属于${own.name}`)];
  return Number((line.values.firstIssuedOn ?? "").slice(0, 4)) === parts.year ? [] : [at(line, "number", "编号里的年份与首次发证日期不符")];
}

/** 一个编号只属一家；一家至多一件有效的。 */
function holderFaults(uscc: string, number: string, line: ImportLine, { known, valid }: Desk): ImportFault[] {
  const stored = known.licences.get(number);
  if (stored && stored.uscc !== uscc) return [at(line, "number", "该编号已属另一家企业")];
  if ((line.values.state || "valid") !== "valid") return [];
  const held = known.enterprises.get(uscc)?.validLicence;
  if (held !== undefined && held !== number) return [at(line, "uscc", `该企业已持有有效的许可证 ${held}`)];
  const other = valid.get(uscc);
  return other === undefined ? [] : [at(line, "uscc", `第 ${other} 行已是该企业有效的许可证`)];
}

function writeOf(values: ImportLine["values"], number: string, desk: Desk): LicenceWrite {
  const uscc = normaliseIdentifier(values.uscc ?? "");
  const [holder, parts] = [findHolder(uscc, desk), parseLicenceNumber(number)];
  const office = parts && findNumberedOffice(parts, desk.known.offices);
  if (typeof holder === "string" || !parts || !office) throw new Error(`licence ${number} was judged to be right`);
  const { ruleSetId = "", firstIssuedOn = "", issuedOn = "", validFrom = "", validTo = "", state } = values;
  const items = chosenLevels(values);
  return {
    number, uscc, ruleSetId, items, firstIssuedOn, issuedOn, validFrom, validTo, state: state || "valid",
    holderName: holder.name, domicile: holder.domicile, legalRep: holder.legalRep,
    officeCode: office.code, officeName: office.name, serial: parts.serial,
    scopeText: licenceScopeWords(items.map((item) => ({ ...item, ruleSetId }))),
  };
}
