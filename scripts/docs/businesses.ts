import { fieldsOf } from "@/lib/forms/definition";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { licensingWorkflow, tagsOf } from "@/lib/licensing/workflow";
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
  return page("业务与页签", "lib/licensing/businesses", [overview(), ...parts]);
}

/** 一张总表：每个业务几个页签、多少项、多少材料、走哪条路径、流程表里有几条线。 */
function overview(): string {
  const rows = Object.values(licensingBusinesses).map((business) => {
    const path = business.review ?? "full";
    const tags = tagsOf(path, "standard");
    const fields = business.sections.flatMap((section) => [...fieldsOf(section.groups), ...section.tables.flatMap((table) => fieldsOf(table.groups))]);
    const slots = business.sections.flatMap((section) => [...section.slots, ...section.tables.flatMap((table) => table.slots ?? [])]);
    const lines = licensingWorkflow.filter((row) => row.only?.some((tag) => tags.includes(tag)) ?? true);
    return [businesses[business.code], startsFrom[business.startsFrom], String(business.sections.length), String(fields.length), String(slots.length), path === "full" ? "审查、复审、签发" : "审查、签发", String(lines.length)];
  });
  return tableOf(["业务", "谁可以办", "页签", "字段", "附件", "办理路径", "流程表的行"], rows);
}

const startsFrom = { none: "没有有效许可证的企业", licence: "持证企业", any: "都可以" } as const;
