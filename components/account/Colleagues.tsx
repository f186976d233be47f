"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { usePending } from "@/components/ui/use-pending";
import type { Colleague } from "@/lib/enterprise/account-views";
import { invitationPeriod } from "@/lib/terms/invitations";
import { InviteDialog, type InviteCommand } from "./InviteDialog";
import { type Act, ask } from "./reply";

export interface PendingInvitation {
  id: string;
  name: string;
  mobile: string;
  roles: string[];
  expired: boolean;
  /** 「2026-11-29」。 */
  expiresOn: string;
}

export interface ColleaguesProps {
  colleagues: readonly Colleague[];
  invitations: readonly PendingInvitation[];
  roles: readonly { value: string; label: string }[];
  /** 只有企业管理员能邀请与停用。 */
  editable: boolean;
  localNotice?: string;
  invite: Act<InviteCommand>;
  revoke: Act<{ invitationId: string }>;
  setState: Act<{ accountId: string; state: "active" | "disabled" }>;
}

type Question = { title: string; text: string; label: string; run: () => Promise<void> };

/** 本企业的同事与未接受的邀请。 */
export function Colleagues(props: ColleaguesProps) {
  const router = useRouter();
  const [inviting, setInviting] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function act<I>(deed: Act<I>, input: I, done: string) {
    const reply = await ask(deed, input);
    setOutcome(reply.ok ? { tone: "good", text: done } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  async function confirm({ run }: Question) {
    await during(run());
    setQuestion(undefined);
  }

  const disable = ({ id, name }: Colleague) =>
    setQuestion({ title: `停用 ${name} 的账号？`, text: "停用后对方立即退出登录，不能再登录；以后可以恢复。", label: "停用", run: () => act(props.setState, { accountId: id, state: "disabled" }, `已停用 ${name} 的账号`) });
  const restore = ({ id, name }: Colleague) => act(props.setState, { accountId: id, state: "active" }, `已恢复 ${name} 的账号`);
  const revoke = ({ id, name }: PendingInvitation) =>
    setQuestion({ title: `撤回给 ${name} 的邀请？`, text: "撤回后，短信里的链接不能再使用。", label: "撤回", run: () => act(props.revoke, { invitationId: id }, `已撤回给 ${name} 的邀请`) });

  return (
    <div className="stack">
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      <Panel title="账号" flush aside={props.editable && <Button kind="primary" slim icon="plus" onClick={() => setInviting(true)}>邀请同事</Button>}>
        <Table caption="本企业的账号" columns={accountColumns(props.editable, disable, restore)} rows={props.colleagues} rowKey={(row) => row.id} />
      </Panel>
      <Panel title="未接受的邀请" flush>
        {props.invitations.length === 0 ? (
          <EmptyState>没有未接受的邀请。</EmptyState>
        ) : (
          <Table caption="未接受的邀请" columns={invitationColumns(props.editable, revoke)} rows={props.invitations} rowKey={(row) => row.id} />
        )}
      </Panel>
      {inviting && (
        <InviteDialog
          roles={props.roles}
          localNotice={props.localNotice}
          invite={props.invite}
          onClose={() => setInviting(false)}
          onInvited={(name) => {
            setInviting(false);
            setOutcome({ tone: "good", text: `邀请已用短信发给 ${name}，${invitationPeriod}内有效` });
            router.refresh();
          }}
        />
      )}
      {question && (
        <ConfirmDialog open onClose={() => setQuestion(undefined)} title={question.title} confirmLabel={question.label} onConfirm={() => void confirm(question)} dangerous pending={pending}>
          <p>{question.text}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function accountColumns(editable: boolean, disable: (row: Colleague) => void, restore: (row: Colleague) => void): Column<Colleague>[] {
  const act: Column<Colleague> = {
    key: "act",
    head: "操作",
    act: true,
    cell: (row) =>
      row.fixed ? null : row.active ? (
        <Button kind="link" about={row.name} onClick={() => disable(row)}>停用</Button>
      ) : (
        <Button kind="link" about={row.name} onClick={() => restore(row)}>恢复</Button>
      ),
  };
  return [
    { key: "name", head: "姓名", rowHead: true, cell: (row) => row.name },
    { key: "login", head: "登录账号", phoneLabel: "登录账号", cell: (row) => row.login },
    { key: "roles", head: "角色", phoneLabel: "角色", cell: (row) => row.roles.join("、") },
    { key: "mobile", head: "手机", phoneLabel: "手机", nowrap: true, cell: (row) => row.mobile },
    { key: "state", head: "状态", cell: (row) => <Status tone={row.active ? "good" : "off"}>{row.active ? "在用" : "已停用"}</Status> },
    ...(editable ? [act] : []),
  ];
}

function invitationColumns(editable: boolean, revoke: (row: PendingInvitation) => void): Column<PendingInvitation>[] {
  const act: Column<PendingInvitation> = { key: "act", head: "操作", act: true, cell: (row) => <Button kind="link" about={row.name} onClick={() => revoke(row)}>撤回</Button> };
  return [
    { key: "name", head: "姓名", rowHead: true, cell: (row) => row.name },
    { key: "roles", head: "角色", phoneLabel: "角色", cell: (row) => row.roles.join("、") },
    { key: "mobile", head: "手机", phoneLabel: "手机", nowrap: true, cell: (row) => row.mobile },
    { key: "until", head: "有效期至", phoneLabel: "有效期至", nowrap: true, cell: (row) => (row.expired ? <Status tone="warn">已过期</Status> : row.expiresOn) },
    ...(editable ? [act] : []),
  ];
}
