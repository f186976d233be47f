import {
  checkFixedLine,
  checkMobile,
  checkPostalCode,
  checkResidentId,
  checkUscc,
  normaliseIdentifier,
  normaliseMobile,
} from "../identifiers";
import { textLike } from "./kind";

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

export const text = textLike({
  judge: (value, { maxLength = 200, minLength = 0 }) => {
    if (value.length > maxLength) return `最多 ${maxLength} 个字，现有 ${value.length} 个`;
    return value.length < minLength ? `至少 ${minLength} 个字` : undefined;
  },
});

export const longText = textLike({
  judge: (value, { maxLength = 2000, minLength = 0 }) => {
    if (value.length > maxLength) return `最多 ${maxLength} 个字，现有 ${value.length} 个`;
    return value.length < minLength ? `至少 ${minLength} 个字` : undefined;
  },
});

/** 号码类：全角转半角、去空格与连接号，字母一律大写。 */
export const residentId = textLike({ normalise: normaliseIdentifier, judge: (value) => checkResidentId(value)?.message });

/** 证件类型可选时的号码：只整理与限长，居民身份证的校验由字段的 check 按类型决定。 */
export const identityNumber = textLike({
  normalise: normaliseIdentifier,
  judge: (value) => (/^[0-9A-Z()]{5,30}$/.test(value) ? undefined : "请输入证件上的号码，只含数字和字母"),
});

export const uscc = textLike({ normalise: normaliseIdentifier, judge: (value) => checkUscc(value)?.message });

export const mobile = textLike({ normalise: normaliseMobile, judge: (value) => checkMobile(value)?.message });

/** 手机或固定电话皆可。 */
export const phone = textLike({
  normalise: (value) => value.normalize("NFKC").trim(),
  judge: (value) =>
    checkMobile(value) && checkFixedLine(value) ? "请输入手机号码，或带区号的固定电话，如 024-23100000" : undefined,
});

export const fixedLine = textLike({
  normalise: (value) => value.normalize("NFKC").trim(),
  judge: (value) => checkFixedLine(value)?.message,
});

export const email = textLike({
  judge: (value) => (EMAIL.test(value) && value.length <= 120 ? undefined : "请输入正确的电子邮箱，如 name@example.com"),
});

export const postalCode = textLike({ normalise: normaliseIdentifier, judge: (value) => checkPostalCode(value)?.message });

/** 「辽宁省/沈阳市/和平区」：名称本身就是值，冻结后无需再查区划表。 */
export const region = textLike({
  judge: (value) => (value.split("/").filter(Boolean).length >= 2 ? undefined : "请选到市、区（县）"),
  toText: (value) => value.replaceAll("/", " "),
  fromCell: (cell) => cell.normalize("NFKC").trim().replace(/[\s/、]+/g, "/"),
});
