/** 参数随条件一起长，永不把值拼进语句。 */
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
