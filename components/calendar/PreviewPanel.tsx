"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { type Column, Table } from "@/components/ui/Table";
import type { CalendarPreview, MovedDate } from "@/lib/licensing/calendar-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

const columns: Column<MovedDate>[] = [
  { key: "number", head: "申请编号", rowHead: true, nowrap: true, cell: (row) => row.number },
  { key: "enterprise", head: "企业", cell: (row) => row.enterprise },
  { key: "what", head: "期限", nowrap: true, cell: (row) => row.what },
  { key: "from", head: "现在", nowrap: true, cell: (row) => formatChineseDate(row.from) },
  { key: "to", head: "改后", nowrap: true, cell: (row) => <b>{formatChineseDate(row.to)}</b> },
];

type Props = { preview: CalendarPreview; pending: boolean; onConfirm: () => void };

/** 启用之前：与现在差几天，变几件，举几个例子。 */
export function PreviewPanel({ preview: { days, cases, tasks, examples }, pending, onConfirm }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const moved = cases + tasks === 0 ? "没有在办的期限会变" : `${cases} 件案件、${tasks} 件容缺任务的期限会变`;
  return (
    <section className="mt" aria-labelledby="calendar-preview">
      <h3 id="calendar-preview" tabIndex={-1} ref={heading}>{days.length === 0 ? "与现在的工作日没有差别" : `与现在相差 ${days.length} 天`}，{moved}</h3>
      {days.length > 0 && <p className="soft small">{days.map((day) => day.slice(5)).join("、")}</p>}
      {examples.length > 0 && <Table caption={`会变的期限，举例 ${examples.length} 条`} rows={examples} rowKey={(row) => row.id} columns={columns} />}
      <p className="soft small">给企业的补正、容缺期限只顺延，不提前。</p>
      <div className="btns mt"><Button kind="primary" onClick={onConfirm} disabled={pending}>启用这份安排</Button></div>
    </section>
  );
}
