/** 一份 PDF 至多几个对象；扫描件通常几千个。 */
const MAX_OBJECTS = 60_000;
/** 对象之外合计至多这么多字：读取器在那里逐字找下一个对象。 */
const MAX_STRAY = 48 * 1024;
/** 其中连着的空白与注释、连着的数字：读取器每找一个字都从头跳过一遍，字数平方地慢。 */
const MAX_RUN = 2 * 1024;
/** 对象之间本来就有的换行。 */
const FREE = 4;

const unreadable = "PDF 的内部结构不正确，请重新导出后再传";

/** 次数都有上限：全是数字的文件也只走一遍。 */
const marks = /\d{1,10}[\s\0]{1,20}\d{1,5}[\s\0]{1,20}obj|endobj/g;
/** 交叉引用表另有读法，再长也不慢。 */
const table = /xref\s{1,4}(?:\d{1,10}\s{1,4}\d{1,10}\s{1,4}(?:[nf]\s{1,4})?)*/g;

/** 一段间隔里说不清的字数；空白、数字连得太长的按超限计。 */
function strayIn(gap: string): number {
  const rest = gap.replace(table, "x");
  if (rest.length > MAX_RUN && longestRun(rest) > MAX_RUN) return Number.POSITIVE_INFINITY;
  return Math.max(0, rest.length - FREE);
}

/** 最长的一串空白与注释，或一串数字；不用正则，免得长串撑破它的栈。 */
function longestRun(text: string): number {
  let [longest, blanks, digits] = [0, 0, 0];
  let inComment = false;
  for (const character of text) {
    inComment = character === "%" || (inComment && character !== "\n" && character !== "\r");
    blanks = inComment || character <= " " ? blanks + 1 : 0;
    digits = character >= "0" && character <= "9" ? digits + 1 : 0;
    longest = Math.max(longest, blanks, digits);
  }
  return longest;
}

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
