import { withoutControls } from "@/lib/forms/plain-text";

/** Licence numbers: 派出机构区域-办公室-顺序号-首次发证年份, e.g. 4-1-00033-2006; kept through every change. */
export interface LicenceNumberParts {
  /** Digit of the region, 1-6. */
  readonly region: number;
  /** Office inside the region; the regional bureau is 1. */
  readonly office: number;
  /** Never restarts, gaps allowed. */
  readonly serial: number;
  /** Year of the first issue. */
  readonly year: number;
}

/** The default rule; an administrator may set another order or other separators of the same four parts. */
export const defaultNumberPattern = "{region}-{office}-{serial}-{year}";

const PARTS = {
  region: { digits: "[1-6]", width: 1, max: 6 },
  office: { digits: "[1-9]\\d?", width: 1, max: 99 },
  serial: { digits: "\\d{5}", width: 5, max: 99_999 },
  year: { digits: "\\d{4}", width: 4, max: 9999 },
} as const;

type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

/** True when the pattern names each part exactly once, apart from the others. */
export function isNumberPattern(pattern: string): boolean {
  const named = [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  return named.length === NAMES.length && NAMES.every((name) => named.includes(name)) && !pattern.includes("}{");
}

function assertPattern(pattern: string): void {
  if (!isNumberPattern(pattern)) throw new RangeError(`licence number pattern ${pattern} must name region, office, serial and year once each`);
}

/** The series an office takes its serials from. */
export const licenceSeries = (officeCode: string): string => `licence:${officeCode}`;

/** Writes a number; a part that does not fit is refused, never shortened. */
export function formatLicenceNumber(parts: LicenceNumberParts, pattern: string = defaultNumberPattern): string {
  assertPattern(pattern);
  return pattern.replace(/\{(\w+)\}/g, (_, name: Part) => {
    const { width, max } = PARTS[name];
    const value = parts[name];
    if (!Number.isInteger(value) || value < 1 || value > max) throw new RangeError(`licence number: ${name} ${value} does not fit`);
    return String(value).padStart(width, "0");
  });
}

/** The expression every number of a pattern matches. */
export function licenceNumberExpression(pattern: string = defaultNumberPattern): RegExp {
  assertPattern(pattern);
  const source = pattern
    .split(/(\{\w+\})/)
    .map((piece) => {
      const name = NAMES.find((part) => piece === `{${part}}`);
      return name ? `(?<${name}>${PARTS[name].digits})` : piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`);
}

/** What people type or paste: full-width characters, blanks and other dashes become the plain form. */
export function normaliseLicenceNumber(value: string): string {
  return withoutControls(value.normalize("NFKC")).replace(/\s/g, "").replace(/[‐-―−－ー]/g, "-");
}

/** A number as it stands in an address; one that cannot be decoded is looked up as it is and found nowhere. */
export function numberInAddress(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The parts of a number, undefined when it is none. */
export function parseLicenceNumber(value: string, pattern: string = defaultNumberPattern): LicenceNumberParts | undefined {
  const groups = licenceNumberExpression(pattern).exec(normaliseLicenceNumber(value))?.groups;
  if (!groups || Number(groups.serial) < 1) return undefined;
  return { region: Number(groups.region), office: Number(groups.office), serial: Number(groups.serial), year: Number(groups.year) };
}
