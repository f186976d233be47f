import "server-only";
import * as z from "zod";

const Violation = z.object({
  /** 模型的语句与手写的语句，错误代码不同，原因写在同一处。 */
  code: z.enum(["P2002", "P2010"]),
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ constraint: z.object({ index: z.string() }) }) }) }),
});

/** 违反的唯一索引的名字，如 Enterprise_uscc_key；不是这类错误时为 undefined。 */
export function violatedIndex(error: unknown): string | undefined {
  const parsed = Violation.safeParse(error);
  return parsed.success ? parsed.data.meta.driverAdapterError.cause.constraint.index : undefined;
}
