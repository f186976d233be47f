import { createHmac, timingSafeEqual } from "node:crypto";

/** 动态口令的几个数：六位、三十秒一个（RFC 6238 的默认值，各家验证器都认）。 */
export const codeDigits = 6;
export const stepSeconds = 30;

/** 前后各容一步：手机与服务器的钟差得不多。 */
const DRIFT = 1;

/** RFC 4226：由计数器算出的口令。 */
export function counterCode(secret: Buffer, counter: number, digits = codeDigits, algorithm = "sha1"): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(moving).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, "0");
}

/** RFC 6238：这一刻是第几步。 */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1_000 / stepSeconds);

/** 口令属于这一刻前后的哪一步；都不是为 undefined。各步都算，用时与对在哪一步无关。 */
export function matchingStep(secret: Buffer, code: string, at: Date): number | undefined {
  const given = Buffer.from(code.padEnd(codeDigits).slice(0, codeDigits));
  let found: number | undefined;
  for (let step = stepAt(at) - DRIFT; step <= stepAt(at) + DRIFT; step += 1) {
    const wanted = Buffer.from(counterCode(secret, step));
    if (given.length === wanted.length && timingSafeEqual(given, wanted) && code.length === codeDigits) found ??= step;
  }
  return found;
}
