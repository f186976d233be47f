import type { GenderCode, IdTypeCode } from "@/lib/terms/person";

/** What is wrong with an identifier; the message is shown beside the field. */
export type IdentifierIssue = { readonly code: IdentifierIssueCode; readonly message: string };

export type IdentifierIssueCode =
  | "FORMAT" | "REGION" | "BIRTHDATE" | "SEQUENCE" | "CHECK_DIGIT"
  | "AUTHORITY" | "CATEGORY" | "ORG_CHECK" | "CHECK_CHAR" | "NOT_LEGAL_PERSON";

const issue = (code: IdentifierIssueCode, message: string): IdentifierIssue => ({ code, message });

// ---- normalising ------------------------------------------------------------------------------------------------

/** Already as it is kept; most values are. */
const PLAIN = /^[0-9A-Z]+$/;

/** Full-width letters and digits become ASCII, outer blanks go; Chinese punctuation stays as typed. */
export function normaliseText(value: string): string {
  return PLAIN.test(value) ? value : value.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => c.normalize("NFKC")).trim();
}

/** For numbers on documents: also without inner blanks and dashes, in capitals (a final x becomes X). */
export function normaliseIdentifier(value: string): string {
  return PLAIN.test(value) ? value : normaliseText(value).replace(/[\s\-‐-―－]/g, "").toUpperCase();
}

/** For mobile numbers: also without the country prefix +86, 0086 or 86. */
export function normaliseMobile(value: string): string {
  return normaliseIdentifier(value).replace(/^(?:[+＋]86|0086|86(?=1\d{10}$))/, "");
}

// ---- resident identity number: GB 11643-1999 --------------------------------------------------------------------

const PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" ");
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK_CHARACTERS = "10X98765432";

/** Sum of value × weight over the first characters; a character's value is its place in the alphabet. */
function weightedSum(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);
}

/** The check character for the first 17 digits of a resident number (ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  return ID_CHECK_CHARACTERS.charAt(weightedSum(first17, ID_WEIGHTS, "0123456789") % 11);
}

/** YYYY-MM-DD when the eight digits are a day of the calendar since 1900. */
function parseCompactDate(digits: string): string | undefined {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  if (year < 1900 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/**
 * Checks a normalised resident identity number; undefined means right.
 * @param today YYYY-MM-DD in Shanghai; with it a birth date in the future is refused.
 */
export function checkResidentId(value: string, today?: string): IdentifierIssue | undefined {
  if (!/^\d{17}[\dX]$/.test(value)) return issue("FORMAT", "请输入18位身份证号码，最后一位可以是X");
  if (!PROVINCES.includes(value.slice(0, 2))) return issue("REGION", "请核对身份证号码的前两位，没有这个地区代码");
  const birth = parseCompactDate(value.slice(6, 14));
  if (!birth || (today !== undefined && birth > today)) return issue("BIRTHDATE", "请核对身份证号码中的出生日期");
  if (value.slice(14, 17) === "000") return issue("SEQUENCE", "请核对身份证号码的第15至17位");
  if (residentIdCheckCharacter(value) !== value.charAt(17)) return issue("CHECK_DIGIT", "请核对身份证号码，校验位不正确");
  return undefined;
}

/** Gender told by a right resident number (17th digit: odd = male), else undefined. */
export function genderOf(residentId: string): GenderCode | undefined {
  if (checkResidentId(residentId)) return undefined;
  return Number(residentId.charAt(16)) % 2 === 1 ? "male" : "female";
}

/** Birth date (YYYY-MM-DD) told by a right resident number, else undefined. */
export function birthDateOf(residentId: string): string | undefined {
  return checkResidentId(residentId) ? undefined : parseCompactDate(residentId.slice(6, 14));
}

/** Other documents carry no check that is public: only their shape is held. */
const OTHER_ID_SHAPES: Readonly<Record<Exclude<IdTypeCode, "residentId">, RegExp>> = {
  hongKongMacaoPermit: /^[HM]\d{8}(?:\d{2})?$/,
  taiwanPermit: /^(?:\d{8}|\d{10}[A-Z])$/,
  foreignPermanentResident: /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  passport: /^[A-Z0-9]{5,20}$/,
};

/** Checks a normalised number against the kind of document (证件类型) it is said to be on. */
export function checkIdNumber(type: IdTypeCode, value: string, today?: string): IdentifierIssue | undefined {
  if (type === "residentId") return checkResidentId(value, today);
  return OTHER_ID_SHAPES[type].test(value) ? undefined : issue("FORMAT", "请输入与证件类型相符的证件号码");
}

// ---- unified social credit code: GB 32100-2015 ------------------------------------------------------------------

const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** Kinds of body per registering authority; an authority whose table is not known here takes any kind 1-9. */
const USCC_CATEGORIES: Readonly<Record<string, string>> = {
  "1": "1239", "2": "123456789", "3": "123456789", "4": "123456789", "5": "1239", "6": "123456789",
  "7": "123456789", "8": "123456789", "9": "123", A: "123456789", N: "123456789", Y: "1",
};

/** The 17th character: check of the eight characters of the organisation code (GB 11714). */
export function organisationCheckCharacter(body: string): string {
  const check = 11 - (weightedSum(body, ORGANISATION_WEIGHTS, ORGANISATION_ALPHABET) % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** The 18th character, for the first 17. */
export function usccCheckCharacter(first17: string): string {
  return USCC_ALPHABET.charAt((31 - (weightedSum(first17, USCC_WEIGHTS, USCC_ALPHABET) % 31)) % 31);
}

const hasOrganisationCheck = (value: string) => organisationCheckCharacter(value.slice(8, 16)) === value.charAt(16);

/** Checks a normalised code of a legal person; undefined means right. 个体工商户 (92) are no legal persons. */
export function checkUscc(value: string): IdentifierIssue | undefined {
  if (value.length !== 18 || [...value].some((c) => !USCC_ALPHABET.includes(c))) {
    return issue("FORMAT", "请输入18位统一社会信用代码，字母不含I、O、S、V、Z");
  }
  const kinds = USCC_CATEGORIES[value.charAt(0)];
  if (kinds === undefined) return issue("AUTHORITY", "请核对统一社会信用代码的第1位，没有这个登记管理部门");
  if (!kinds.includes(value.charAt(1))) return issue("CATEGORY", "请核对统一社会信用代码的第2位，没有这个机构类别");
  if (!/^\d{6}$/.test(value.slice(2, 8))) return issue("REGION", "请核对统一社会信用代码的第3至8位，应为数字");
  // Other authorities gave out irregular organisation codes early on: only 市场监管 codes are held to the 17th character.
  if (value.startsWith("9") && !hasOrganisationCheck(value)) return issue("ORG_CHECK", "请核对统一社会信用代码，第17位校验不正确");
  if (usccCheckCharacter(value) !== value.charAt(17)) return issue("CHECK_CHAR", "请核对统一社会信用代码，最后一位校验不正确");
  if (value.startsWith("92")) return issue("NOT_LEGAL_PERSON", "请使用法人单位的统一社会信用代码，个体工商户不能申请");
  return undefined;
}

/** A doubt that does not refuse: the 17th character of a code from an authority other than 市场监管. */
export function warnUscc(value: string): IdentifierIssue | undefined {
  if (checkUscc(value) || hasOrganisationCheck(value)) return undefined;
  return issue("ORG_CHECK", "请核对统一社会信用代码，第17位与通常算法不符");
}

// ---- telephones, postal code, masks -----------------------------------------------------------------------------

/** Segments given out for people; 140/141/144/146/148 are for things only. */
const MOBILE =
  /^1(?:3\d{3}|4[579]\d{2}|5[0-35-9]\d{2}|6[2567]\d{2}|7(?:[0-35-8]\d{2}|4(?:0\d|1[0-2]|9\d))|8\d{3}|9[0-35-9]\d{2})\d{6}$/;

export const notMobile = "请输入正确的手机号码";

/** Checks a normalised mainland mobile number. */
export function checkMobile(value: string): IdentifierIssue | undefined {
  return MOBILE.test(value) ? undefined : issue("FORMAT", notMobile);
}

/** Checks a fixed line: area code, number, extension if any. */
export function checkFixedLine(value: string): IdentifierIssue | undefined {
  return /^0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?$/.test(value) ? undefined : issue("FORMAT", "请输入正确的固定电话，如024-23456789");
}

/** Checks a postal code. */
export function checkPostalCode(value: string): IdentifierIssue | undefined {
  return /^\d{6}$/.test(value) ? undefined : issue("FORMAT", "请输入6位邮政编码");
}

/** 210102********4516; shorter numbers keep only their last two characters. */
export function maskId(value: string): string {
  if (value.length < 15) return "*".repeat(Math.max(0, value.length - 2)) + value.slice(-2);
  return value.slice(0, 6) + "*".repeat(value.length - 10) + value.slice(-4);
}

/** 138****0001 */
export function maskMobile(value: string): string {
  return value.length < 8 ? "*".repeat(value.length) : value.slice(0, 3) + "*".repeat(value.length - 7) + value.slice(-4);
}
