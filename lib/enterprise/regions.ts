import { areaList } from "@vant/area-data";

type Names = Readonly<Record<string, string>>;

const ranks: readonly { names: Names; digits: number }[] = [
  { names: areaList.province_list, digits: 2 },
  { names: areaList.city_list, digits: 4 },
  { names: areaList.county_list, digits: 6 },
];

/** 行政区划代码：省两位、市四位、区县六位；「辽宁省/沈阳市」得 2101。认不出的为 undefined。 */
export function regionCode(region: string): string | undefined {
  const parts = region.split("/").filter(Boolean);
  if (parts.length === 0 || parts.length > ranks.length) return undefined;
  return parts.reduce<string | undefined>((above, name, rank) => (above === undefined ? undefined : codeUnder(above, name, rank)), "");
}

function codeUnder(above: string, name: string, rank: number): string | undefined {
  const { names, digits } = ranks[rank] ?? { names: {}, digits: 0 };
  return Object.keys(names).find((code) => code.startsWith(above) && names[code] === name)?.slice(0, digits);
}

/** 代码的名称，如「辽宁省/沈阳市」；不认识的代码原样显示。 */
export function regionName(code: string): string {
  const words = ranks.filter(({ digits }) => digits <= code.length).map(({ names, digits }) => names[code.slice(0, digits).padEnd(6, "0")] ?? "");
  return words.length > 0 && words.every(Boolean) ? words.join("/") : code;
}

/** 企业所在的省市区在不在这些地区之内：下级地区随上级。 */
export function isWithin(region: string, areaCodes: readonly string[]): boolean {
  const code = regionCode(region);
  return code !== undefined && areaCodes.some((area) => area !== "" && code.startsWith(area));
}
