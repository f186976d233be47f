/** 数据库、电子表格、Word 都容不下的字：控制字符（制表与换行除外）、落单的代理项、非字符。 */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/** 只有寻常字的不必细看：这一句每存一格都要走一遍。 */
const ordinary = /^[\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]*$/;

/** 粘贴时常夹带看不见的控制字符：去掉它们，别的一字不动。 */
export function withoutControls(text: string): string {
  return ordinary.test(text) ? text : text.replace(impossible, "");
}

/** 查找框、地址栏里的一段字：同一参数写了两遍的（数组）不算，全角转半角，过长的截短。 */
export function searchText(value: unknown, maxLength = 60): string {
  return typeof value === "string" ? withoutControls(value.normalize("NFKC")).trim().slice(0, maxLength) : "";
}

const unstorable = /\u0000|\p{Surrogate}/u;
/** 表单最深六七层，再深的不是从页面来的。 */
const MAX_DEPTH = 16;

/** 请求的内容存得下、也读得完；不递归，多深都不会撑破栈。文件等不是普通对象的不看里面。 */
export function isPlainInput(input: unknown): boolean {
  const pending: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value === "string" && unstorable.test(value)) return false;
    if (typeof value !== "object" || value === null || !isPlain(value)) continue;
    if (depth >= MAX_DEPTH || Object.keys(value).some((key) => unstorable.test(key))) return false;
    for (const inner of Object.values(value)) pending.push({ value: inner, depth: depth + 1 });
  }
  return true;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
