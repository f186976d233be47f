import { TermList } from "@/components/ui/PageHead";
import { maskId, maskMobile } from "@/lib/forms/identifiers";
import type { SummaryLine, SummaryRow, SummarySection, SummarySlot, SummaryTable } from "@/lib/forms/summary";

/** 可读摘要：一个页签的全部内容，按声明的次序，证件与手机遮盖。 */
export function SummaryView({ summary }: { summary: SummarySection }) {
  return (
    <>
      {summary.groups.map((group, index) => (
        <section className="group" key={group.title ?? index}>
          {group.title && <h3>{group.title}</h3>}
          <TermList fold items={group.lines.map(termOf)} />
        </section>
      ))}
      {summary.tables.map((table) => (
        <TableSummary key={table.table} table={table} />
      ))}
      <SlotsSummary slots={summary.slots} title="附件" />
    </>
  );
}

const masks = { identity: maskId, phone: maskMobile } as const;

function termOf(line: SummaryLine) {
  const text = line.mask ? masks[line.mask](line.text) : line.text;
  return { term: line.label, value: text || <span className="soft">未填写</span> };
}

function TableSummary({ table }: { table: SummaryTable }) {
  return (
    <section className="group">
      <h3>
        {table.label} <span className="soft small">{table.rows.length} 行</span>
      </h3>
      {table.rows.map((row) => (
        <RowSummary key={row.rowId} row={row} />
      ))}
    </section>
  );
}

/** 名册的一行折起来，点开看全部；几十人也翻得动。 */
function RowSummary({ row }: { row: SummaryRow }) {
  return (
    <details>
      <summary className="py-2">{row.title}</summary>
      <TermList fold items={row.lines.map(termOf)} />
      <SlotsSummary slots={row.slots} />
    </details>
  );
}

function SlotsSummary({ slots, title }: { slots: readonly SummarySlot[]; title?: string }) {
  if (slots.length === 0) return null;
  const items = slots.map((slot) => ({
    term: slot.label,
    value:
      slot.files.length === 0 ? (
        <span className="soft">未上传</span>
      ) : (
        <ul>
          {slot.files.map((file) => (
            <li key={file.id}>
              <a href={`/api/attachments/${file.id}`}>{file.name}</a>
            </li>
          ))}
        </ul>
      ),
  }));
  return (
    <section className={title && "group"}>
      {title && <h3>{title}</h3>}
      <TermList fold items={items} />
    </section>
  );
}
