import { headers } from "next/headers";
import type * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import type { RefusalCode } from "@/lib/access/refusal";
import { currentActor } from "@/lib/auth/current-actor";
import type { Issue } from "@/lib/forms/issue";
import { isPlainInput } from "@/lib/forms/plain-text";
import { refusalIn, reportFault } from "@/lib/services/platform/report-fault";
import { foreignOrigin, isOwnOrigin } from "@/lib/auth/origin";
import { noteRefused, type RefusedBecause } from "./note-refused";

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: RefusalCode | "unexpected"; message: string; issues: readonly Issue[]; fields: Readonly<Record<string, string>> };

type Refused = Extract<ActionResult<never>, { ok: false }>;

const refused = (code: RefusalCode | "unexpected", message: string, fields: Refused["fields"] = {}): Refused => ({ ok: false, code, message, issues: [], fields });

/** 答复之前记下拒绝了什么。 */
async function turnedAway(reason: RefusedBecause, answer: Refused): Promise<Refused> {
  await noteRefused(reason);
  return answer;
}

/**
 * 唯一的服务端动作包装：核对来源（缺失、null、外站一律拒绝）、解析输入、取得身份、执行、把拒绝变成可读的答复。
 * 密码到期的一律先请他改；不受此限的几件事另给 whoActs。
 * 意外错误只给编号，详情进日志；绝不把堆栈给浏览器。
 */
export function defineAction<S extends z.ZodType, O>(
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<O>,
  { whoActs = currentActor }: { whoActs?: () => Promise<Actor> } = {},
): (input: z.input<S>) => Promise<ActionResult<O>> {
  return async (raw) => {
    if (!isOwnOrigin(await headers())) return turnedAway("origin", refused("forbidden", foreignOrigin));
    // 先看存不存得下、嵌套得深不深：解析是递归的
    if (!isPlainInput(raw)) return turnedAway("shape", refused("invalid", "内容里有不能识别的字符，请重新输入后再试"));
    const parsed = schema.safeParse(raw, { reportInput: true });
    if (!parsed.success) return turnedAway("shape", misshapen(parsed.error));
    try {
      return { ok: true, value: await run(await whoActs(), parsed.data) };
    } catch (error) {
      if (isControlFlow(error)) throw error;
      const refusal = refusalIn(error);
      if (refusal) return turnedAway(refusal.code, { ok: false, code: refusal.code, message: refusal.message, issues: refusal.issues, fields: refusal.fields });
      return refused("unexpected", `系统繁忙，内容没有丢失，请稍后再试。编号 ${reportFault(error)}`);
    }
  };
}

/** 形状不对：每处的第一句提示归到最外层的键，页面据此放在字段旁。 */
function misshapen(error: z.ZodError): Refused {
  const fields = Object.fromEntries(error.issues.toReversed().map((issue) => [String(issue.path[0] ?? ""), wordsOf(issue)]));
  return refused("invalid", error.issues[0] ? wordsOf(error.issues[0]) : inChinese(""), fields);
}

/** 说了最多几个字的，也说现有几个：输入框不截，要删去多少看这一句。 */
function wordsOf(issue: z.core.$ZodIssue): string {
  const words = inChinese(issue.message);
  const counted = issue.code === "too_big" && typeof issue.input === "string" && words.includes(String(issue.maximum));
  return counted ? `${words}，现有 ${String(issue.input).length} 个` : words;
}

/** zod 自己的英文是给开发者看的，只有伪造的请求才会遇到。 */
const inChinese = (words: string): string => (/\p{Script=Han}/u.test(words) ? words : "提交的内容格式不正确");

/** redirect() 与 notFound() 借异常传达，须原样放行。 */
function isControlFlow(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error && String(error.digest).startsWith("NEXT_");
}
