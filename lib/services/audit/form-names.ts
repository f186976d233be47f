import { fieldsOf } from "@/lib/forms/definition";
import { licensingBusinesses } from "@/lib/licensing/businesses";

let known: ReadonlyMap<string, string> | undefined;

/** 全部业务的页签、表、材料、字段的名称；同一页签在几个业务里出现，取第一次。 */
function names(): ReadonlyMap<string, string> {
  if (known) return known;
  const found = new Map<string, string>();
  const add = (key: string, label: string): void => void (found.has(key) || found.set(key, label));
  for (const section of Object.values(licensingBusinesses).flatMap((business) => business.sections)) {
    add(section.key, section.label);
    const slots = [...section.slots, ...section.tables.flatMap((table) => table.slots ?? [])];
    const fields = [...fieldsOf(section.groups), ...section.tables.flatMap((table) => fieldsOf(table.groups))];
    for (const { key, label } of [...section.tables, ...slots, ...fields]) add(`${section.key}/${key}`, label);
  }
  return (known = found);
}

/** 页签里一项的名称；不写 key 的是页签自己。没有声明过的（改版前的旧账）照写代码。 */
export function nameInForm(section: string, key?: string): string {
  return names().get(key === undefined ? section : `${section}/${key}`) ?? key ?? section;
}
