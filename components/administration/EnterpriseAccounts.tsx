"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReasonDialog } from "@/components/account/ReasonDialog";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { usePending } from "@/components/ui/use-pending";
import type { EnterpriseWithAccounts } from "@/lib/enterprise/account-views";
import { invitationPeriod } from "@/lib/terms/invitations";
import { type HandOver, HandOverDialog } from "./HandOverDialog";

type Account = EnterpriseWithAccounts["accounts"][number];
type Open = { kind: "state" | "sessions"; account: Account } | { kind: "handOver"; enterprise: EnterpriseWithAccounts };

export interface EnterpriseAccountsProps {
  enterprises: readonly EnterpriseWithAccounts[];
  localNotice?: string;
  setState: Act<{ accountId: string; active: boolean; reason: string }>;
  endSessions: Act<{ accountId: string }, { ended: number }>;
  handOver: HandOver;
}

const reason = { id: "account-reason", label: "理由", rows: 3 };

/** 查到的企业，每家一块：它的账号，与移交给别人。 */
export function EnterpriseAccounts({ enterprises, localNotice, setState, endSessions, handOver }: EnterpriseAccountsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>();
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  function settle(text: string) {
    setOpen(undefined);
    setOutcome({ tone: "good", text });
    router.refresh();
  }

  async function end(account: Account) {
    const reply = await during(ask(endSessions, { accountId: account.id }));
    if (reply.ok) return settle(`已结束 ${account.name} 的 ${reply.value.ended} 处登录`);
    setOpen(undefined);
    setOutcome({ tone: "bad", text: reply.message });
  }

  const columns = columnsOf((kind, account) => setOpen({ kind, account }));
  return (
    <>
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      {enterprises.map((enterprise) => (
        <Panel key={enterprise.id} title={<>{enterprise.name} <span className="soft small">{enterprise.uscc}，{enterprise.officeName}</span></>} flush aside={<Button slim about={enterprise.name} onClick={() => setOpen({ kind: "handOver", enterprise })}>移交</Button>}>
          <Table caption={`${enterprise.name}的账号`} columns={columns} rows={enterprise.accounts} rowKey={(row) => row.id} empty={<EmptyState>还没有账号；可以移交给证明了身份的人。</EmptyState>} />
        </Panel>
      ))}
      {open?.kind === "state" && (
        <ReasonDialog title={`${open.account.active ? "停用" : "启用"} ${open.account.name} 的账号？`} verb={open.account.active ? "停用" : "启用"} field={reason} onClose={() => setOpen(undefined)}
          act={(words) => ask(setState, { accountId: open.account.id, active: !open.account.active, reason: words })} onDone={() => settle(`已${open.account.active ? "停用" : "启用"} ${open.account.name} 的账号`)}>
          <p>{open.account.active ? "对方各处的登录立即结束，不能再登录。" : "对方可以用原来的密码登录。"}理由记入审计。</p>
        </ReasonDialog>
      )}
      {open?.kind === "sessions" && (
        <ConfirmDialog open onClose={() => setOpen(undefined)} title={`结束 ${open.account.name} 各处的登录？`} confirmLabel="结束登录" onConfirm={() => end(open.account)} dangerous pending={pending}>
          <p>没有保存的内容会丢失；对方可以重新登录。</p>
        </ConfirmDialog>
      )}
      {open?.kind === "handOver" && (
        <HandOverDialog enterprise={open.enterprise} handOver={handOver} {...(localNotice ? { localNotice } : {})} onClose={() => setOpen(undefined)}
          onDone={(name, disabled) => settle(`${open.enterprise.name}已移交给 ${name}，停用了 ${disabled} 个账号；接手人凭短信里的链接设置账号，${invitationPeriod}内有效。`)} />
      )}
    </>
  );
}

function columnsOf(open: (kind: "state" | "sessions", account: Account) => void): Column<Account>[] {
  return [
    { key: "name", head: "姓名", rowHead: true, cell: (row) => row.name },
    { key: "login", head: "登录账号", phoneLabel: "登录账号", cell: (row) => row.login },
    { key: "roles", head: "角色", phoneLabel: "角色", cell: (row) => row.roles.join("、") },
    { key: "mobile", head: "手机", phoneLabel: "手机", nowrap: true, cell: (row) => row.mobile },
    { key: "state", head: "状态", cell: (row) => <Status tone={row.claiming ? "warn" : row.active ? "good" : "off"}>{row.claiming ? "认领待核实" : row.active ? "在用" : "已停用"}</Status> },
    { key: "act", head: "操作", act: true, cell: (row) => (row.claiming ? null : <Commands row={row} open={open} />) },
  ];
}

function Commands({ row, open }: { row: Account; open: (kind: "state" | "sessions", account: Account) => void }) {
  if (!row.active) return <Button kind="link" about={row.name} onClick={() => open("state", row)}>启用</Button>;
  return (
    <>
      <Button kind="link" about={row.name} onClick={() => open("sessions", row)}>结束登录</Button> <Button kind="link" about={row.name} onClick={() => open("state", row)}>停用</Button>
    </>
  );
}
