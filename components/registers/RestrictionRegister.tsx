"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act } from "@/components/account/reply";
import { fullMomentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { Status, type StatusTone } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { RestrictionRow } from "@/lib/licensing/restrictions";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { BarDialog, type RecordBarCommand } from "./BarDialog";
import { RevokeRestrictionDialog } from "./RevokeRestrictionDialog";

export interface RestrictionRegisterProps {
  rows: readonly RestrictionRow[];
  caption: string;
  record: Act<RecordBarCommand, { untilOn: string }>;
  revoke: Act<{ id: string; reason: string }>;
}

/** 限制期：各种情形在这里登记、撤回；由申请而来的只读，写明来历。 */
export function RestrictionRegister({ rows, caption, record, revoke }: RestrictionRegisterProps) {
  const router = useRouter();
  const [recording, setRecording] = useState(false);
  const [revoking, setRevoking] = useState<RestrictionRow>();
  const [done, setDone] = useState<string>();

  function finish(text: string) {
    setRecording(false);
    setRevoking(undefined);
    setDone(text);
    router.refresh();
  }

  return (
    <>
      <div className="pb stack">
        {done && <Message tone="good" announce>{done}</Message>}
        <div className="btns"><Button icon="plus" onClick={() => setRecording(true)}>登记情形</Button></div>
      </div>
      <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columnsOf(setRevoking)} empty={<EmptyState>没有找到限制期。</EmptyState>} />
      {recording && <BarDialog record={record} onClose={() => setRecording(false)} onRecorded={(uscc, untilOn) => finish(`${uscc} 的情形已登记，限制到${formatChineseDate(untilOn)}`)} />}
      {revoking && <RevokeRestrictionDialog row={revoking} revoke={revoke} onClose={() => setRevoking(undefined)} onRevoked={() => finish(`${revoking.enterprise}的限制期已撤回`)} />}
    </>
  );
}

const states: Readonly<Record<RestrictionRow["state"], { tone: StatusTone; word: string }>> = {
  active: { tone: "warn", word: "限制中" }, over: { tone: "off", word: "已届满" }, revoked: { tone: "off", word: "已撤回" },
};

function columnsOf(revoke: (row: RestrictionRow) => void): Column<RestrictionRow>[] {
  return [
    { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <>{row.enterprise}<br /><span className="soft small">{row.uscc}</span></> },
    { key: "kind", head: "限制", phoneLabel: "限制", nowrap: true, cell: (row) => row.kindWord },
    { key: "reason", head: "原因", phoneLabel: "原因", phoneWide: true, cell: (row) => <Reason row={row} /> },
    { key: "period", head: "限制期", phoneLabel: "限制期", cell: (row) => `${formatChineseDate(row.fromOn)}至${formatChineseDate(row.untilOn)}` },
    { key: "origin", head: "来历", phoneLabel: "来历", cell: (row) => row.origin },
    { key: "state", head: "状态", nowrap: true, cell: (row) => <Status tone={states[row.state].tone}>{states[row.state].word}</Status> },
    { key: "act", head: "操作", act: true, cell: (row) => row.revocable && <Button kind="link" about={`：${row.enterprise}，${row.reason}`} onClick={() => revoke(row)}>撤回</Button> },
  ];
}

function Reason({ row: { reason, note, revoked } }: { row: RestrictionRow }) {
  return (
    <>
      {reason}
      {note && <span className="soft small"><br />依据：{note}</span>}
      {revoked && <span className="soft small"><br />{fullMomentOf(revoked.at)} {revoked.by}撤回：{revoked.reason}</span>}
    </>
  );
}
