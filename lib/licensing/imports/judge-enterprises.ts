import { asFacts, asParticulars } from "@/lib/enterprise/particulars";
import { regionCode } from "@/lib/enterprise/regions";
import { fieldsOf } from "@/lib/forms/definition";
import { normaliseIdentifier } from "@/lib/forms/identifiers";
import { officeForRegion } from "../offices";
import { enterpriseChanges } from "./changes";
import { importTables } from "./columns";
import type { ImportLine } from "./read-lines";
import type { KnownEnterprise, KnownRegister } from "./register";
import type { EnterpriseWrite, ImportFault, ImportRow } from "./report";

/** 一行企业的结论；没有错的带着要写的内容，供许可证一表查。 */
export interface JudgedEnterprise {
  row: ImportRow;
  uscc: string;
  write?: EnterpriseWrite;
}

const fields = fieldsOf(importTables.enterprises.groups);

/** 某一列不对；值照文件里的原文，号码不写。 */
export function faultAt(columns: readonly { key: string; label: string; mask?: string }[], { written }: Pick<ImportLine, "written">, key: string, reason: string): ImportFault {
  const field = columns.find((column) => column.key === key);
  return { column: field?.label ?? key, reason, value: field?.mask ? "" : (written[key] ?? "") };
}

const at = (line: ImportLine, key: string, reason: string): ImportFault => faultAt(fields, line, key, reason);

/** 企业一表逐行的结论：表内的重复、地区与派出机构、与库里的出入。 */
export function judgeEnterprises(lines: readonly ImportLine[], known: KnownRegister): JudgedEnterprise[] {
  const names = new Map<string, number>();
  const isRegion = regionCheck();
  return lines.map((line) => {
    const uscc = normaliseIdentifier(line.values.uscc ?? "");
    const name = line.values.unitName ?? "";
    const title = [name, uscc].filter(Boolean).join(" ");
    const faults = line.faults.length > 0 ? line.faults : faultsOf(line, { known, names, isRegion });
    if (name !== "" && !names.has(name)) names.set(name, line.line);
    if (faults.length > 0) return { uscc, row: { sheet: "enterprises", line: line.line, title, outcome: "faulty", faults } };
    const before = known.enterprises.get(uscc);
    const write = writeOf(line.values, before);
    return { uscc, write, row: { sheet: "enterprises", line: line.line, title, faults: [], ...outcomeOf(write, before) } };
  });
}

/** 逐个地名翻一遍区划表很慢，同一地区只翻一次。 */
function regionCheck(): (region: string) => boolean {
  const checked = new Map<string, boolean>();
  return (region) => {
    const found = checked.get(region) ?? regionCode(region) !== undefined;
    checked.set(region, found);
    return found;
  };
}

interface Desk {
  known: KnownRegister;
  /** 名称已写在第几行。 */
  names: ReadonlyMap<string, number>;
  isRegion: (region: string) => boolean;
}

function faultsOf(own: ImportLine, { known, names, isRegion }: Desk): ImportFault[] {
  const { values, line } = own;
  const { uscc = "", unitName = "", region = "" } = values;
  const faults: ImportFault[] = [];
  const twin = names.get(unitName);
  const holder = known.names.get(unitName);
  if (twin !== undefined && twin !== line) faults.push(at(own, "unitName", `与第 ${twin} 行的名称重复`));
  else if (holder !== undefined && holder !== uscc) faults.push(at(own, "unitName", `这个名称已登记在 ${holder} 之下`));
  if (!isRegion(region)) faults.push(at(own, "region", "没有这个地区，请写成辽宁省/沈阳市/和平区"));
  else if (!officeForRegion(region)) faults.push(at(own, "region", "这个地区没有派出机构"));
  return [...faults, ...ownedFaults(own, known.enterprises.get(uscc))];
}

/** 已有账号的企业自己维护登记信息：文件里写的须与库里一致。 */
function ownedFaults(own: ImportLine, before: KnownEnterprise | undefined): ImportFault[] {
  if (!before?.hasAccount) return [];
  const facts = asFacts(before);
  const differing = fields.filter(({ key }) => (own.values[key] ?? "") !== "" && own.values[key] !== facts[key]);
  return differing.map(({ key }) => at(own, key, "该企业已有账号，登记信息由企业维护，不从文件更新"));
}

/** 文件里没写的保持原值，从不抹去。 */
function writeOf(values: ImportLine["values"], before: KnownEnterprise | undefined): EnterpriseWrite {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const merged: Record<string, string> = { ...(before ? asFacts(before) : {}), ...filled };
  const office = officeForRegion(merged.region ?? "");
  return { uscc: merged.uscc ?? "", name: merged.unitName ?? "", officeCode: office?.code ?? "", particulars: asParticulars(merged) };
}

function outcomeOf(write: EnterpriseWrite, before: KnownEnterprise | undefined): Pick<ImportRow, "outcome" | "changes"> {
  if (!before) return { outcome: "added" };
  const changes = enterpriseChanges(asFacts(before), asFacts(write));
  return changes.length === 0 ? { outcome: "unchanged" } : { outcome: "updated", changes };
}
