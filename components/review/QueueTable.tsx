"use client";

import { useCallback, useState } from "react";
import { dayOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";
import { Tag } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { useSoftLinks } from "@/components/ui/use-soft-links";
import type { QueueRow } from "@/lib/licensing/queue-views";
import { DueText } from "./DueText";
import { isChoosable, type QueueSelectionState, useQueueSelection } from "./QueueSelection";
import { TakeOverDialog } from "./TakeOverDialog";
import type { ClaimAction } from "./types";
import { casePath, type ClaimFailure, useClaim } from "./use-claim";
import { useRowKeys } from "./use-row-keys";

export interface QueueTableProps {
  caption: string;
  rows: readonly QueueRow[];
  claim: ClaimAction;
  /** 空列表的一句话。 */
  empty: string;
  /** 已办结的列表没有剩余工作日，改列办结日期。 */
  finished?: boolean;
  /** 新的在前，不按剩余工作日排序。 */
  newestFirst?: boolean;
}

/** 工作列表：j/k 移动、Enter 打开、x 选择、c 领取；领取时被人抢先，说出是谁，可以只读打开或者接办。 */
export function QueueTable({ caption, rows, claim, empty, finished = false, newestFirst = false }: QueueTableProps) {
  const open = useOpen();
  useSoftLinks();
  const selection = useQueueSelection();
  const { failure, take } = useClaim(claim);
  const [taking, setTaking] = useState<QueueRow>();

  const act = useCallback((row: QueueRow | undefined) => {
    if (row?.claimable) void take(row);
    else if (row?.takeable) setTaking(row);
  }, [take]);

  const at = useRowKeys({
    count: rows.length,
    onOpen: (index) => rows[index] && open(casePath(rows[index])),
    onClaim: (index) => act(rows[index]),
    ...(selection ? { onSelect: (index: number) => rows[index] && isChoosable(rows[index]) && selection.toggle(rows[index].id) } : {}),
  });
  return (
    <>
      {failure && <Failure failure={failure} onTakeOver={() => setTaking(failure.row)} />}
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (rows[at]?.id === row.id ? "on" : undefined)}
        columns={[...(selection ? [choice(selection, rows)] : []), ...columnsOf(act, finished, newestFirst)]}
        empty={<EmptyState>{empty}</EmptyState>}
      />
      {taking && <TakeOverDialog title={`接办 ${taking.number}`} takeOver={(reason) => take(taking, reason)} onClose={() => setTaking(undefined)} />}
    </>
  );
}

function Failure({ failure: { row, message, held }, onTakeOver }: { failure: ClaimFailure; onTakeOver: () => void }) {
  const actions = held && (
    <>
      <Link className="btn slim" href={casePath(row)}>打开（只读）</Link>
      <Button slim onClick={onTakeOver}>接办</Button>
    </>
  );
  return <div className="pb"><Message tone="warn" announce actions={actions}>{row.number}：{message}</Message></div>;
}

function choice(selection: QueueSelectionState, rows: readonly QueueRow[]): Column<QueueRow> {
  const choosable = rows.filter(isChoosable);
  const all = choosable.length > 0 && selection.selected.length === choosable.length;
  return {
    key: "choice",
    head: choosable.length > 0 ? <label className="tick"><input type="checkbox" aria-label="选择本页全部" checked={all} onChange={() => selection.chooseAll(!all)} /></label> : <span className="sr">选择</span>,
    phoneHidden: (row) => !isChoosable(row),
    cell: (row) => isChoosable(row) && <label className="tick"><input type="checkbox" aria-label={`选择 ${row.number}`} checked={selection.has(row.id)} onChange={() => selection.toggle(row.id)} /><span className="phone-only">选择</span></label>,
  };
}

function columnsOf(act: (row: QueueRow) => void, finished: boolean, newestFirst: boolean): Column<QueueRow>[] {
  const term: Column<QueueRow> = finished
    ? { key: "finished", head: "办结", nowrap: true, phoneLabel: "办结", cell: (row) => row.finishedAt && dayOf(row.finishedAt) }
    : { key: "due", head: "剩余工作日", ...(newestFirst ? {} : { sort: "ascending" }), cell: (row) => <DueText due={row.due} /> };
  return [
    { key: "number", head: "编号", soft: true, nowrap: true, cell: (row) => row.number },
    { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <a data-soft href={casePath(row)}>{row.enterprise}</a> },
    { key: "business", head: "业务", nowrap: true, cell: (row) => row.business },
    { key: "mark", head: "标记", nowrap: true, phoneHidden: (row) => row.marks.length === 0, cell: (row) => (row.marks.length > 0 ? row.marks.map((mark) => <Tag key={mark}>{mark}</Tag>) : <span className="sr">无</span>) },
    { key: "scope", head: "申请内容", minor: true, cell: (row) => <>{row.scopeText}{row.licenceNumber && <span className="soft small"> {row.licenceNumber}</span>}</> },
    { key: "submitted", head: "提交", nowrap: true, phoneLabel: "提交", cell: (row) => row.submittedAt && dayOf(row.submittedAt) },
    term,
    { key: "state", head: "状态", nowrap: true, cell: (row) => row.stateWord },
    { key: "holder", head: "承办人", nowrap: true, phoneLabel: "承办", cell: (row) => row.holder || <span className="soft">{row.finishedAt ? "—" : "未领取"}</span> },
    {
      key: "act",
      head: "操作",
      act: true,
      cell: (row) =>
        row.claimable ? (
          <Button kind="link" about={row.number} onClick={() => act(row)}>领取</Button>
        ) : (
          <a data-soft className="link" href={casePath(row)}>打开<span className="sr">{row.number}</span></a>
        ),
    },
  ];
}
