/** 一份 PDF 至多几个对象；扫描件通常几千个。 */
const MAX_OBJECTS = 200_000;
/** 对象之外至多这么多说不清的字：读取器会一个字一个字地找下一个对象，十兆要找一分钟。 */
const MAX_STRAY = 512 * 1024;

const unreadable = "PDF 的内部结构不正确，请重新导出后再传";

/** 次数都有上限：全是数字的文件也只走一遍。 */
const marks = /\d{1,10}[\s\0]{1,20}\d{1,5}[\s\0]{1,20}obj|endobj/g;
/** 交叉引用表、注释、空白是对象之间该有的。 */
const expected = /xref[\s\dnf]+|%[^\r\n]*|[\s\0]+/g;

const strayIn = (gap: string): number => gap.replace(expected, "").length;

/** 交给读取器之前先看排布：对象多得不像话、对象之间夹着大段别的字，在这里就拒绝。 */
export function faultInPdfLayout(bytes: Buffer): string | undefined {
  const text = bytes.toString("latin1");
  let outsideFrom: number | undefined = 0;
  let [objects, stray] = [0, 0];
  for (const mark of text.matchAll(marks)) {
    if (mark[0] === "endobj") {
      outsideFrom ??= mark.index + mark[0].length;
      continue;
    }
    objects += 1;
    if (outsideFrom !== undefined) stray += strayIn(text.slice(outsideFrom, mark.index));
    outsideFrom = undefined;
    if (objects > MAX_OBJECTS || stray > MAX_STRAY) return unreadable;
  }
  if (outsideFrom !== undefined) stray += strayIn(text.slice(outsideFrom));
  return stray > MAX_STRAY ? unreadable : undefined;
}
