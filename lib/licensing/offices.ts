/** A 派出机构 of the National Energy Administration. */
export interface Office {
  readonly code: string;
  readonly name: string;
  readonly kind: "regional" | "provincial";
  /** Provinces it covers, as written in the first part of a region; 内蒙古 is divided by league. */
  readonly provinces: readonly string[];
  /** First digit of its licence numbers; only 华东 = 4 is confirmed by a printed licence. */
  readonly regionDigit: number;
  /** Second digit: provisional, the regional bureau is 1, its provincial offices follow in list order. */
  readonly officeDigit: number;
}

const bureau = (code: string, name: string, regionDigit: number, provinces: readonly string[]): Office => ({
  code, name: `国家能源局${name}监管局`, kind: "regional", provinces, regionDigit, officeDigit: 1,
});
const provincial = (code: string, name: string, regionDigit: number, officeDigit: number, province: string): Office => ({
  code, name: `国家能源局${name}监管办公室`, kind: "provincial", provinces: [province], regionDigit, officeDigit,
});

const NORTH = bureau("NCEB", "华北", 1, ["北京市", "天津市", "河北省", "内蒙古自治区"]);
const NORTHEAST = bureau("NEEB", "东北", 2, ["辽宁省", "吉林省", "黑龙江省"]);

/** The 18 offices: number confirmed, areas likely. */
export const offices: readonly Office[] = [
  NORTH,
  NORTHEAST,
  bureau("NWEB", "西北", 3, ["陕西省", "宁夏回族自治区", "青海省"]),
  bureau("ECEB", "华东", 4, ["上海市", "安徽省"]),
  bureau("CCEB", "华中", 5, ["湖北省", "江西省", "重庆市", "西藏自治区"]),
  bureau("SCEB", "南方", 6, ["广东省", "广西壮族自治区", "海南省"]),
  provincial("SX", "山西", 1, 2, "山西省"),
  provincial("SD", "山东", 1, 3, "山东省"),
  provincial("GS", "甘肃", 3, 2, "甘肃省"),
  provincial("XJ", "新疆", 3, 3, "新疆维吾尔自治区"),
  provincial("ZJ", "浙江", 4, 2, "浙江省"),
  provincial("JS", "江苏", 4, 3, "江苏省"),
  provincial("FJ", "福建", 4, 4, "福建省"),
  provincial("HA", "河南", 5, 2, "河南省"),
  provincial("HN", "湖南", 5, 3, "湖南省"),
  provincial("SC", "四川", 5, 4, "四川省"),
  provincial("YN", "云南", 6, 2, "云南省"),
  provincial("GZ", "贵州", 6, 3, "贵州省"),
];

/** Leagues and cities of eastern 内蒙古; the rest of it belongs to 华北. */
const EASTERN_INNER_MONGOLIA = ["呼伦贝尔市", "兴安盟", "通辽市", "赤峰市", "锡林郭勒盟"];

/** The area of an office in words: its provinces, 内蒙古 divided by league. */
export function areaWords({ code, provinces }: Office): string {
  const divided = provinces.map((province) => (province === "内蒙古自治区" ? `${province}（${EASTERN_INNER_MONGOLIA.join("、")}除外）` : province));
  return [...divided, ...(code === NORTHEAST.code ? [`内蒙古自治区${EASTERN_INNER_MONGOLIA.join("、")}`] : [])].join("、");
}

/** How to reach an office, as printed on its documents; undefined where nothing is known. */
export function contactLine(contact: Readonly<Record<"address" | "postalCode" | "phone", string | null>>): string | undefined {
  const parts = [["联系地址", contact.address], ["邮政编码", contact.postalCode], ["电话", contact.phone]].filter(([, value]) => value);
  return parts.length > 0 ? parts.map(([label, value]) => `${label}：${value}`).join("　") : undefined;
}

/** The office of a code; an unknown code is a broken record and throws. */
export function getOffice(code: string): Office {
  const office = offices.find((candidate) => candidate.code === code);
  if (!office) throw new Error(`no office ${code}`);
  return office;
}

/** The office that takes applications from a province (and, in 内蒙古, a league); 港澳台 have none. */
export function officeForProvince(province: string, league?: string): Office | undefined {
  if (province === "内蒙古自治区" && league !== undefined && EASTERN_INNER_MONGOLIA.includes(league)) return NORTHEAST;
  return offices.find((office) => office.provinces.includes(province));
}

/** The office for a region as the system stores it: 辽宁省/沈阳市/和平区. */
export function officeForRegion(region: string): Office | undefined {
  const [province = "", league] = region.split("/");
  return officeForProvince(province, league);
}
