import { listOf, type Row, textOf } from "@/lib/forms/answers";
import { isDate } from "@/lib/forms/kinds/dates";
import { electricianCategories, electricianGroupOf, type ElectricianGroupCode } from "@/lib/terms/electrician";
import { isCodeOf } from "@/lib/terms/option-map";
import { titleCounts, titleLevels, type TitleLevelGroupCode } from "@/lib/terms/title";

/** 一人一次：证件号码相同的只留第一行，没有号码的不计。 */
function onePersonEach(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const id = textOf(row, "idNo");
    if (id === "" || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** 此人的职称够不够这一等，如中级以上。 */
export const holdsTitle = (group: TitleLevelGroupCode) => (row: Row): boolean => {
  const level = textOf(row, "titleLevel");
  return isCodeOf(titleLevels, level) && titleCounts(level, group);
};

export interface TechnicianCount {
  total: number;
  senior: number;
  intermediate: number;
  intermediateOrAbove: number;
  junior: number;
}

/** 技术人员按职称计数；没有职称的人不计入总数。 */
export function countTechnicians(rows: readonly Row[]): TechnicianCount {
  const people = onePersonEach(rows);
  const count = (group: TitleLevelGroupCode) => people.filter(holdsTitle(group)).length;
  const [total, intermediateOrAbove, senior] = [count("juniorOrAbove"), count("intermediateOrAbove"), count("senior")];
  return { total, senior, intermediate: intermediateOrAbove - senior, intermediateOrAbove, junior: total - intermediateOrAbove };
}

/** 此人的作业类别里有没有这一组（高压、低压、特种）。 */
export const worksInGroup = (group: ElectricianGroupCode) => (row: Row): boolean =>
  listOf(row, "workCategory").some((code) => isCodeOf(electricianCategories, code) && electricianGroupOf[code] === group);

export interface SkilledWorkerCount {
  total: number;
  highVoltage: number;
  lowVoltage: number;
  special: number;
  /** 证书过期、因此不计的人数。 */
  expired: number;
}

/** 电工计数：证书在有效期内的才计；一人可同时属于几组，总数只计一次。 */
export function countSkilledWorkers(rows: readonly Row[], today: string): SkilledWorkerCount {
  const people = onePersonEach(rows);
  const valid = people.filter((row) => isDate(textOf(row, "validTo")) && textOf(row, "validTo") >= today);
  const expired = people.filter((row) => isDate(textOf(row, "validTo")) && textOf(row, "validTo") < today).length;
  const count = (group: ElectricianGroupCode) => valid.filter(worksInGroup(group)).length;
  return { total: valid.length, highVoltage: count("highVoltage"), lowVoltage: count("lowVoltage"), special: count("special"), expired };
}
