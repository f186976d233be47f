import { randomInt } from "node:crypto";
import pino from "pino";

const log = pino({ name: "portal", base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** 编号只用不易混淆的字母与数字，电话里也念得清。 */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

function faultNumber(): string {
  return Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/**
 * 记一条意外错误，返回给使用者的编号。只记错误的种类、代码与栈的位置，
 * 不记消息原文：数据库的报错里可能带着填写的内容。
 */
export function reportFault(error: unknown): string {
  const number = faultNumber();
  const { name, code } = error as { name?: string; code?: string };
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at ")).slice(0, 12) : [];
  log.error({ fault: number, error: name ?? typeof error, code, frames }, "unexpected fault");
  return number;
}

/** 记一件平常的事；只有名称与数字，不会带上任何人的信息。 */
export function logEvent(event: string, figures: Readonly<Record<string, number>> = {}): void {
  log.info({ event, ...figures }, event);
}

/** 审计散列链的链首：几环、散列，没有内容。 */
export function logAnchor(anchor: string): void {
  log.info({ event: "audit.anchor", anchor }, "audit.anchor");
}
