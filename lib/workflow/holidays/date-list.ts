import { addDays, daysBetween, type IsoDate, isIsoDate } from "../iso-date";

/** What a pasted text gave: the dates, in order, and the pieces that are none. */
export interface DateList {
  dates: IsoDate[];
  unread: string[];
}

const LONGEST_RANGE = 31;
const DAY = /^(?:(\d{4})[-年/.])?(\d{1,2})[-月/.](\d{1,2})日?$/;

function readDay(text: string, year: number, month?: string): IsoDate | undefined {
  const [, ownYear, ownMonth, day] = DAY.exec(text) ?? (month === undefined ? [] : (/^()()(\d{1,2})日?$/.exec(text) ?? []));
  if (day === undefined) return undefined;
  const date = `${ownYear || year}-${(ownMonth || (month ?? "")).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : undefined;
}

/** One day, or a range: 10月1日至7日, 2027-02-05~2027-02-11. */
function readPiece(piece: string, year: number): IsoDate[] | undefined {
  const [first = "", last, ...more] = piece.split(/[至到~～〜—–]+/);
  const from = readDay(first, year);
  if (from === undefined || more.length > 0) return undefined;
  if (last === undefined) return [from];
  const to = readDay(last, year, from.slice(5, 7));
  const length = to === undefined ? -1 : daysBetween(from, to);
  if (length < 0 || length >= LONGEST_RANGE) return undefined;
  return Array.from({ length: length + 1 }, (_, index) => addDays(from, index));
}

/** Dates as notices write them, full-width or not, apart by commas, spaces or lines; what cannot be read is told, never dropped. */
export function readDateList(text: string, year: number): DateList {
  // 通知里常有全角的数字与括号
  const pieces = text.normalize("NFKC").replace(/[（(][^）)]*[）)]/g, "").replace(/\s*([至到~～〜—–])\s*/g, "$1").split(/[\s,，、;；。]+/).filter((piece) => piece !== "");
  const read = pieces.map((piece) => ({ piece, dates: readPiece(piece, year) }));
  return {
    dates: [...new Set(read.flatMap(({ dates = [] }) => dates))].sort(),
    unread: read.filter(({ dates }) => dates === undefined).map(({ piece }) => piece),
  };
}
