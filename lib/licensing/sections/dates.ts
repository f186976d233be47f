import type { Field } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";

type Check = NonNullable<Field<LicensingContext>["check"]>;

/** 日期或年月不得晚于今天（两者都按字面比较，年月取今天所在的月）。 */
export const notInFuture: Check = (value, { context }) => {
  const text = String(value);
  const now = context.today.slice(0, text.length);
  return text > now ? (text.length === 7 ? "不得晚于本月" : "不得晚于今天") : undefined;
};
