import * as z from "zod";
import { fieldsOf } from "@/lib/forms/definition";
import { kindOf } from "@/lib/forms/kinds";
import { registrationFields } from "./particulars";

/** 请求里的登记信息，只有服务端用：只认声明过的字段，值整理过（全角转半角、日期统一），错的也收。 */
export const Particulars = z.object(Object.fromEntries(fieldsOf(registrationFields).map((field) => [field.key, z.optional(drafted(kindOf(field).draft))])));
export type Particulars = Record<string, string | undefined>;

/** 登记信息全是文本类的字段。 */
function drafted(draft: ReturnType<typeof kindOf>["draft"]) {
  return z.unknown().transform((value, context) => {
    const read = draft(value);
    if (read.ok) return String(read.value);
    context.addIssue({ code: "custom", message: read.message });
    return z.NEVER;
  });
}
