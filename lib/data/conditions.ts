/** 参数随条件一起长，永不把别处来的值拼进语句。 */
export class Conditions {
  readonly values: unknown[] = [];

  /** 记下一个值，答它在语句里的位置。 */
  place(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** LIKE 里的字只当文字。 */
export const asPattern = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/**
 * 时钟给出的日子写在语句里，缘故同 `codeList`；人填的日子用 `Conditions.place`。
 * @throws Error 不是 2026-11-23 这样的日子
 */
export function dayLiteral(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error(`not a day: ${JSON.stringify(day)}`);
  return `'${day}'`;
}

/**
 * 本程序自己的代码（状态）写在语句里，不作参数：有几个、是哪几个数据库看得见，留着的计划才不比另作的差。
 * 从别处来的值一律用 `Conditions.place`。
 * @throws Error 不是只由字母组成的代码
 */
export function codeList(codes: readonly string[]): string {
  const strange = codes.find((code) => !/^[A-Za-z]+$/.test(code));
  if (strange !== undefined) throw new Error(`not a code: ${JSON.stringify(strange)}`);
  return `ARRAY[${codes.map((code) => `'${code}'`).join(",")}]::text[]`;
}
