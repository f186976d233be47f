"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { fullDayOf } from "@/components/application/moments";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";
import { type Column, Table } from "@/components/ui/Table";
import type { FinishedCaseRow } from "@/lib/evaluation/code-views";

export interface FinishedCasesProps {
  rows: readonly FinishedCaseRow[];
  empty: string;
  generate: Act<{ caseId: string }, { id: string }>;
}

const pageOf = (codeId: string): string => `/admin/evaluations/codes/${codeId}`;

/** 办结的申请：【生成】之后才有二维码，随即打开它的页面。 */
export function FinishedCases({ rows, empty, generate }: FinishedCasesProps) {
  const router = useRouter();
  const open = useOpen();
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState<string>();

  async function create(row: FinishedCaseRow) {
    if (pending) return;
    setPending(row.id);
    const reply = await ask(generate, { caseId: row.id });
    setPending(undefined);
    if (reply.ok) return open(pageOf(reply.value.id));
    setFailure(`${row.number}：${reply.message}`);
    router.refresh();
  }

  return (
    <>
      {failure && <div className="pb"><Message tone="bad" announce>{failure}</Message></div>}
      <Table caption="办结的申请，新办结的在前" rows={rows} rowKey={(row) => row.id} columns={columnsOf(pending, (row) => void create(row))} empty={<EmptyState>{empty}</EmptyState>} />
    </>
  );
}

function columnsOf(pending: string | undefined, create: (row: FinishedCaseRow) => void): Column<FinishedCaseRow>[] {
  return [
    { key: "number", head: "申请编号", rowHead: true, nowrap: true, cell: (row) => row.number },
    { key: "enterprise", head: "企业", phoneLabel: "企业", phoneWide: true, cell: (row) => row.enterprise },
    { key: "business", head: "业务", phoneLabel: "业务", cell: (row) => row.business },
    { key: "finished", head: "办结", phoneLabel: "办结", nowrap: true, cell: (row) => fullDayOf(row.finishedAt) },
    { key: "code", head: "二维码", phoneLabel: "二维码", cell: (row) => row.closedBecause ?? (row.codeId ? "已生成" : <span className="soft">没有生成</span>) },
    {
      key: "act", head: "操作", act: true,
      cell: (row) => {
        if (row.codeId) return <ButtonLink kind="link" href={pageOf(row.codeId)} about={`：${row.number}`}>链接</ButtonLink>;
        if (row.closedBecause) return null;
        return <Button kind="link" about={`：${row.number}`} blocked={pending === row.id ? "正在生成" : undefined} onClick={() => create(row)}>生成</Button>;
      },
    },
  ];
}
