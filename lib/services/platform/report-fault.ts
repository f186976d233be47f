import { randomInt } from "node:crypto";
import pino from "pino";
import { Refusal } from "@/lib/access/refusal";
import { orBusy } from "@/lib/data/overload";
import { countFault } from "@/lib/services/operations/counters";
import { maskLine } from "./mask-line";

/** 每一行出去之前再遮一遍号码：上面各处已经不写内容，这是最后一道。 */
const log = pino({ name: "portal", base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line: string) => void process.stdout.write(maskLine(line)) });

/** 编号只用不易混淆的字母与数字，电话里也念得清。 */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** 种类与代码都是程序里的词；不像的不记。 */
const WORD = /^[A-Za-z][\w.:-]{0,59}$/;
const FRAME = /^\s*at .{1,300}(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/;

function faultNumber(): string {
  return Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

const word = (value: unknown): string | undefined => (typeof value === "string" && WORD.test(value) ? value : undefined);

/** 栈的开头是消息原文，可能有许多行，先去掉。 */
function framesOf({ stack = "", message }: Error): string[] {
  const at = message === "" ? -1 : stack.indexOf(message);
  return stack.slice(at < 0 ? 0 : at + message.length).split("\n").filter((line) => FRAME.test(line)).slice(0, 12).map((line) => line.trim());
}

/** 错误的种类、代码与栈的位置，没有消息原文。 */
function outlineOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, code, cause } = error as Error & { code?: unknown };
  const { name: causeName, code: causeCode } = (typeof cause === "object" && cause ? cause : {}) as { name?: unknown; code?: unknown };
  return { error: word(name) ?? "Error", code: word(code) ?? (typeof code === "number" ? code : undefined), cause: word(causeCode) ?? word(causeName), frames: framesOf(error) };
}

/**
 * 记一条意外错误，返回给使用者的编号。只记错误的种类、代码与栈的位置，
 * 不记消息原文：数据库的报错里可能带着填写的内容。
 */
export function reportFault(error: unknown): string {
  const number = faultNumber();
  countFault();
  log.error({ fault: number, ...outlineOf(error) }, "unexpected fault");
  return number;
}

/** 可以照原话告诉使用者的拒绝；数据库一时忙不过来也是，原来的错误记进日志。别的意外为 undefined。 */
export function refusalIn(error: unknown): Refusal | undefined {
  const known = orBusy(error);
  if (!(known instanceof Refusal)) return undefined;
  if (known.code === "unavailable") reportFault(known.cause);
  return known;
}

/** 一次被拒绝的请求：为什么、哪个账号（没有登录的没有）、哪一页或哪个动作；不写送来的内容。 */
export interface RefusedRequest {
  code: string;
  account?: string | undefined;
  path?: string | undefined;
  action?: string | undefined;
}

/** 没有权限、不在、超过次数、来源或形状不对的请求各记一行，看得出有人在试。 */
export function logRefused(refused: RefusedRequest): void {
  log.warn({ event: "access.refused", ...refused }, "access.refused");
}

/** 记一件平常的事；只有名称与数字，不会带上任何人的信息。 */
export function logEvent(event: string, figures: Readonly<Record<string, number>> = {}): void {
  log.info({ event, ...figures }, event);
}

/** 审计散列链的链首：几环、散列，没有内容。 */
export function logAnchor(anchor: string): void {
  log.info({ event: "audit.anchor", anchor }, "audit.anchor");
}
