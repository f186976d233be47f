import { fieldsOf } from "@/lib/forms/definition";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { businesses } from "@/lib/terms/businesses";
import { page, tableOf } from "./markdown";

/** 已声明的业务：页签、字段数、子表与附件。 */
export function businessesPage(): string {
  const parts = Object.values(licensingBusinesses).flatMap((business) => {
    const rows = business.sections.map((section) => [
      section.label, String(fieldsOf(section.groups).length),
      section.tables.map((table) => `${table.label}（${fieldsOf(table.groups).length} 项）`).join("、"),
      [...section.slots, ...section.tables.flatMap((table) => table.slots ?? [])].map((slot) => slot.label).join("、"),
      (section.rules ?? []).map((rule) => rule.id).join("、"),
    ]);
    return [`## ${businesses[business.code]}`, `${business.summary}。声明第 ${business.version} 版。`, tableOf(["页签", "字段数", "子表", "附件", "规则"], rows)];
  });
  return page("业务与页签", "lib/licensing/businesses", parts);
}
