const MEGABYTE = 1024 * 1024;

/** 导入的表格多大为止：三千行不到 1 MB；随服务端动作送来，须小于动作请求体的上限（4 MB）。 */
export const MAX_SHEET_BYTES = 3 * MEGABYTE;

/** 选了文件就看得出收不了的，说明原因；没有明显问题的为 undefined。 */
export function faultOfSheetFile({ name, size }: { name: string; size: number }): string | undefined {
  if (!/\.xlsx$/i.test(name)) return "只收 .xlsx 表格，请用下载的模板填写，或另存为 .xlsx 后再导入";
  if (size === 0) return "这是空文件，请换一个文件";
  return size > MAX_SHEET_BYTES ? `表格超过 ${MAX_SHEET_BYTES / MEGABYTE} MB，请分成几个文件导入` : undefined;
}
