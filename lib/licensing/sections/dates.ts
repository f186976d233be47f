import type { Field } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";

type Check = NonNullable<Field<LicensingContext>["check"]>;

/** 日期或年月不得晚于今天（两者都按字面比较，年月取今天所在的月）。 */
export const notInFuture: Check = (value, { context }) => {
  const text = String(value);
  const now = context.today.slice(0, text.length);
  return text > now ? (text.length === 7 ? "不得晚于本月" : "不得晚于今天") : undefined;
};

/** 不得早于同一条记录里的另一个日期；那一个没填时不判。 */
export const notBefore =
  (key: string, label: string): Check =>
  (value, { own }) => {
    const start = own[key];
    return typeof start === "string" && start !== "" && String(value) < start ? `不得早于${label}` : undefined;
  };

/** 依次检查，说第一条不对的。 */
export const allOf =
  (...checks: Check[]): Check =>
  (value, scope) => {
    for (const check of checks) {
      const fault = check(value, scope);
      if (fault) return fault;
    }
    return undefined;
  };
