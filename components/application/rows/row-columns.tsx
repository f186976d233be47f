import { Status } from "@/components/ui/Status";
import type { Column } from "@/components/ui/Table";
import type { AttachedFile, Row, SectionAnswers } from "@/lib/forms/answers";
import { type Field, type Table, fieldsOf, holds } from "@/lib/forms/definition";
import { maskedText } from "@/lib/forms/display";
import type { Issue } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";

type LicensingTable = Table<LicensingContext>;

/** 列表所据：页签现有内容与上下文、每行的不符项。 */
export interface RowsView {
  table: LicensingTable;
  sectionAnswers: SectionAnswers;
  context: LicensingContext;
  issuesOf: (row: Row) => readonly Issue[];
}

const NUMBERS: readonly string[] = ["integer", "decimal"];
const UNBROKEN: readonly string[] = ["date", "month", "mobile", "residentId", "identityNumber"];

/** 声明里 columns 列出的字段；证件与手机遮盖，次要的在窄屏让出。 */
export function fieldColumns({ table, sectionAnswers, context }: Omit<RowsView, "issuesOf">): Column<Row>[] {
  const fields = fieldsOf(table.groups);
  return table.columns
    .map((key) => fields.find((field) => field.key === key))
    .filter((field): field is Field<LicensingContext> => field !== undefined)
    .map((field) => ({
      key: field.key,
      head: field.label,
      phoneLabel: field.label,
      rowHead: field.key === table.titleField,
      num: NUMBERS.includes(field.kind),
      nowrap: UNBROKEN.includes(field.kind),
      minor: field.mask === "identity",
      cell: (row) => maskedText(field, { own: row, section: sectionAnswers, context }) || (field.key === table.titleField ? "（未填写）" : ""),
    }));
}

/** 一行最先该改的一处，其余的说数目。 */
export function IssueCell({ issues }: { issues: readonly Issue[] }) {
  const [first, ...more] = issues;
  if (!first) return <span className="sr">无</span>;
  return (
    <Status tone={first.severity === "warning" ? "warn" : "bad"}>
      {first.message}
      {more.length > 0 && `，另有 ${more.length} 处`}
    </Status>
  );
}

/** 「2 / 3」：这一行必传的材料到了几份。 */
export function materialsOf(view: Omit<RowsView, "issuesOf">, row: Row, files: readonly AttachedFile[]): string {
  const scope = { own: row, section: view.sectionAnswers, context: view.context };
  const needed = (view.table.slots ?? []).filter((slot) => holds(slot.visible, scope, true) && holds(slot.required, scope, true));
  const present = needed.filter((slot) => files.some((file) => file.slot === slot.key && file.row === row.rowId));
  return `${present.length} / ${needed.length}`;
}
