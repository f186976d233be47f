/** 身份证号码、手机号码的样子，真假都算；前后不连着字母数字，散列里的一段不会误认。 */
const NUMBERS = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|1[3-9]\d[- ]\d{4}[- ]\d{4})(?![0-9A-Za-z])/g;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** 日志的一行：号码与电子邮箱只留下它们是什么。 */
export function maskLine(line: string): string {
  return line.replace(NUMBERS, (found) => (found.length >= 15 ? "[身份证号]" : "[手机号]")).replace(ADDRESS, "[邮箱]");
}

/** 框架自己写到屏幕上的也遮：它会写出错误的消息原文。只接管一次。 */
export function maskOutput(): void {
  const guarded = globalThis as unknown as { outputMasked?: boolean };
  if (guarded.outputMasked) return;
  guarded.outputMasked = true;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...more: unknown[]) => boolean;
    stream.write = ((chunk: unknown, ...more: unknown[]) => write(typeof chunk === "string" ? maskLine(chunk) : chunk, ...more)) as typeof stream.write;
  }
}
