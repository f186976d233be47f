/** 登录后回到哪里：只认本站的相对路径，别的一律不跟。 */
export function localPath(value: unknown, fallback: string): string {
  if (typeof value !== "string" || value.length > 500 || !/^\/(?![/\\])/.test(value)) return fallback;
  // 浏览器会丢掉地址里的制表符与换行，再看就成了 //host
  if (/[\u0000-\u001f\\]/.test(value)) return fallback;
  return value;
}
