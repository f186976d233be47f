/** 一张可填的表：模板与导出同列，列之外多一列「序号」。 */
export interface SheetSpec {
  title: string;
  columns: readonly SheetColumnSpec[];
  /** 示例行的单元格，与列同序；导出时没有。 */
  sample?: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface SheetColumnSpec {
  header: string;
  required: boolean;
  options: readonly string[];
  /** 可填几个选项，用顿号隔开：下拉只作参考，不强制。 */
  multiple: boolean;
  help?: string;
}

/** 读到的表：lines[i] 是第 i + 2 行；示例行与没填的行是空的。 */
export interface SheetContent {
  headers: string[];
  lines: string[][];
}

/** 表格文件不能收；message 是给人看的原因。 */
export class SheetFault extends Error {
  override name = "SheetFault";
}

export const SERIAL_HEADER = "序号";
export const SAMPLE_MARK = "示例";

/** 会被当作公式的开头，写出时加撇号，读回时去掉。 */
const formula = /^[=+\-@\t\r]/;
export const defuse = (text: string): string => (formula.test(text) ? `'${text}` : text);
export const restore = (text: string): string => (text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text);
