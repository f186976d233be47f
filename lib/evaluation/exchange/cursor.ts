/** 读到哪里：最后一条的变动号与编号。 */
export interface ExchangePlace {
  changedBy: string;
  id: string;
}

export const firstPlace: ExchangePlace = { changedBy: "-1", id: "00000000-0000-0000-0000-000000000000" };

const written = /^(-1|\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** 写成不透明的一串：对方原样带回，格式以后可以换。 */
export const writeCursor = ({ changedBy, id }: ExchangePlace): string => btoa(`${changedBy}.${id}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** 读不懂的为 undefined；没有的从头起。 */
export function readCursor(cursor: string | null): ExchangePlace | undefined {
  if (cursor === null || cursor === "") return firstPlace;
  if (!/^[\w-]{1,120}$/.test(cursor)) return undefined;
  const [, changedBy, id] = written.exec(decoded(cursor)) ?? [];
  return changedBy === undefined || id === undefined ? undefined : { changedBy, id };
}

function decoded(cursor: string): string {
  try {
    return atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
