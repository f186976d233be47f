"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { fullDayOf } from "@/components/application/moments";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { type Column, Table } from "@/components/ui/Table";
import type { CodeRow } from "@/lib/evaluation/code-views";
import { evaluationCodeKinds, type EvaluationCodeKind } from "@/lib/terms/evaluation";
import { CodeState } from "./CodeState";
import { RevokeDialog, type RevokeCode } from "./RevokeDialog";

export interface CodeTableProps {
  kind: EvaluationCodeKind;
  rows: readonly CodeRow[];
  /** 没有一个时说什么。 */
  empty: string;
  revoke: RevokeCode;
}

/** 一种码的列表：状态、评价数、到期日，链接、海报、撤销。 */
export function CodeTable({ kind, rows, empty, revoke }: CodeTableProps) {
  const router = useRouter();
  const [leaving, setLeaving] = useState<CodeRow>();
  const [done, setDone] = useState<string>();

  function finish(row: CodeRow) {
    setLeaving(undefined);
    setDone(`${row.name}的二维码已撤销`);
    router.refresh();
  }

  return (
    <>
      {done && <div className="pb"><Message tone="good" announce>{done}</Message></div>}
      <Table caption={`${evaluationCodeKinds[kind]}二维码，新的在前`} rows={rows} rowKey={(row) => row.id} columns={columnsOf(kind, setLeaving)} empty={<EmptyState>{empty}</EmptyState>} />
      {leaving && <RevokeDialog code={leaving} revoke={revoke} onClose={() => setLeaving(undefined)} onRevoked={() => finish(leaving)} />}
    </>
  );
}

const hrefOf = ({ id }: CodeRow): string => `/admin/evaluations/codes/${id}`;

function columnsOf(kind: EvaluationCodeKind, revoke: (row: CodeRow) => void): Column<CodeRow>[] {
  const subject: Column<CodeRow>[] =
    kind === "visit"
      ? [{ key: "name", head: "服务点", rowHead: true, cell: (row) => row.name }]
      : [
          { key: "name", head: "申请编号", rowHead: true, nowrap: true, cell: (row) => row.name },
          { key: "enterprise", head: "企业", phoneLabel: "企业", phoneWide: true, cell: (row) => row.enterprise },
          { key: "business", head: "业务", minor: true, phoneLabel: "业务", cell: (row) => row.business },
        ];
  return [
    ...subject,
    { key: "state", head: "状态", phoneLabel: "状态", nowrap: true, cell: (row) => <CodeState state={row.state} /> },
    { key: "ratings", head: "评价", num: true, phoneLabel: "评价", cell: (row) => `${row.ratings} 条` },
    { key: "expires", head: "有效期至", phoneLabel: "有效期至", nowrap: true, cell: (row) => fullDayOf(row.expiresAt) },
    { key: "created", head: "生成", minor: true, soft: true, phoneHidden: true, cell: (row) => `${fullDayOf(row.createdAt)} ${row.createdBy}` },
    { key: "serial", head: "码号", soft: true, phoneHidden: true, cell: (row) => row.serial },
    { key: "poster", head: "海报", nowrap: true, phoneHidden: (row) => row.state !== "valid", phoneLabel: "海报", cell: (row) => <Poster row={row} /> },
    { key: "act", head: "操作", act: true, cell: (row) => <Commands row={row} revoke={revoke} /> },
  ];
}

function Poster({ row }: { row: CodeRow }) {
  if (row.state !== "valid") return null;
  return <a href={`/api/evaluation-codes/${row.id}/poster.pdf`} download>重印<span className="sr">：{row.name}的海报</span></a>;
}

function Commands({ row, revoke }: { row: CodeRow; revoke: (row: CodeRow) => void }) {
  return (
    <>
      <ButtonLink kind="link" href={hrefOf(row)} about={`：${row.name}`}>链接</ButtonLink>
      {row.state === "valid" && <Button kind="link" about={`：${row.name}`} onClick={() => revoke(row)}>撤销</Button>}
    </>
  );
}
