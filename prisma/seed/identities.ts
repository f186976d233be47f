import { randomUUID } from "node:crypto";
import { organisationCheckCharacter, residentIdCheckCharacter, usccCheckCharacter } from "@/lib/forms/identifiers";

/** 虚构的身份：同一序号总得同一个人、同一家企业，号码校验位都对，但不对应任何真实的人。 */
const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const GIVEN = "建国 志强 文博 海涛 立新 春阳 晓峰 德明 宏伟 景天 子轩 玉珍 秀兰 雪梅 丽华 振宇 思远 永康 长青 卫东 家栋 国栋 明哲 承志 云飞 嘉懿".split(" ");

export function personName(serial: number): string {
  return `${SURNAMES[serial % SURNAMES.length]}${GIVEN[(serial * 7 + Math.floor(serial / SURNAMES.length)) % GIVEN.length]}`;
}

/** 一个住址代码、一个号段之内，这么多个序号各不相同。 */
const EACH_DISTRICT = 10_000_000;
/** 沈阳的几个区，各有自己的号段；前一千万人都在第一个。 */
const DISTRICTS = [["210102", "138"], ["210103", "139"], ["210104", "136"], ["210105", "135"]] as const;
/** 序号从零到这里为止各不相同、个个合格；再大，身份证号码会与前面的人重，手机号码会多出一位。 */
const SERIALS = EACH_DISTRICT * DISTRICTS.length;

const districtOf = (serial: number): readonly [code: string, prefix: string] => DISTRICTS[Math.floor(serial / EACH_DISTRICT)] ?? DISTRICTS[0];

function requireSerial(serial: number): void {
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) throw new RangeError(`no made-up person ${serial}: serials go from 0 to ${SERIALS - 1}`);
}

/** 1965 至 1994 年之间出生，住址代码为辽宁沈阳的区。 */
export function residentIdNumber(serial: number): string {
  requireSerial(serial);
  const place = serial % EACH_DISTRICT;
  const year = 1965 + (place % 30);
  const month = String(1 + (Math.floor(place / 30) % 12)).padStart(2, "0");
  const day = String(1 + (Math.floor(place / 360) % 28)).padStart(2, "0");
  const order = String(1 + (Math.floor(place / 10_080) % 998)).padStart(3, "0");
  const body = `${districtOf(serial)[0]}${year}${month}${day}${order}`;
  return body + residentIdCheckCharacter(body);
}

export function mobileNumber(serial: number): string {
  requireSerial(serial);
  return `${districtOf(serial)[1]}${String(40_000_000 + (serial % EACH_DISTRICT)).padStart(8, "0")}`;
}

/** 机构代码一律以 XFAKE 开头（序号过千的以 XF 开头），一望即知是虚构的。 */
export function creditCode(serial: number, region = "210102"): string {
  const organisation = serial < 1000 ? `XFAKE${String(serial).padStart(3, "0")}` : `XF${String(serial).padStart(6, "0")}`;
  const body = `91${region}${organisation}${organisationCheckCharacter(organisation)}`;
  return body + usccCheckCharacter(body);
}

/** 第七版 UUID，时间取所记的那一刻：按编号排序即按时间排序，与平常写入的一样。 */
export function idAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, "0");
  const tail = randomUUID().replaceAll("-", "").slice(13);
  const digits = `${hex}7${tail}`;
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");
}
