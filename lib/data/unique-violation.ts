import "server-only";
import * as z from "zod";

const Violation = z.object({
  code: z.literal("P2002"),
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ constraint: z.object({ index: z.string() }) }) }) }),
});

/** 违反的唯一索引的名字，如 Enterprise_uscc_key；不是这类错误时为 undefined。 */
export function violatedIndex(error: unknown): string | undefined {
  const parsed = Violation.safeParse(error);
  return parsed.success ? parsed.data.meta.driverAdapterError.cause.constraint.index : undefined;
}
