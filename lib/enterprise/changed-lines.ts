import * as z from "zod/mini";
import { fieldsOf } from "@/lib/forms/definition";
import { maskId, maskMobile } from "@/lib/forms/identifiers";
import { factText, registrationFields } from "./particulars";

/** 一项登记信息的变化，变更前与变更后都用文字说；证件与手机号码遮盖。 */
export interface ChangedLine {
  label: string;
  before: string;
  after: string;
}

/** 一次登记事项变更。 */
export interface ParticularsChangeView {
  id: string;
  caseId: string;
  effectiveOn: string;
  changes: ChangedLine[];
}

const Facts = z.record(z.string(), z.string());

/** 变更记录里存的两份（只有变了的字段）逐项对照，次序同企业注册。 */
export function changedLines(before: unknown, after: unknown): ChangedLine[] {
  const [older, newer] = [Facts.safeParse(before), Facts.safeParse(after)];
  if (!older.success || !newer.success) return [];
  const changed = fieldsOf(registrationFields).filter(({ key }) => key in older.data || key in newer.data);
  return changed.map((field) => {
    const shown = (facts: Record<string, string>): string => {
      const text = factText(field, facts);
      if (field.mask === "identity") return maskId(text);
      return field.mask === "phone" ? maskMobile(text) : text;
    };
    return { label: field.label, before: shown(older.data), after: shown(newer.data) };
  });
}
