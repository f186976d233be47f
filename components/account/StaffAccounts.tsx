"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { StaffAccount } from "@/lib/enterprise/account-views";
import { type AssignPosts, PostsDialog } from "./PostsDialog";
import { type Act, ask } from "./reply";

type Reset = Act<{ accountId: string }, { login: string; password: string }>;

/** 内网账号：忘了密码的由系统管理员重设；一次性密码只显示这一次，关上就再也看不到。 */
export function StaffAccounts({ accounts, reset, assign }: { accounts: readonly StaffAccount[]; reset: Reset; assign: AssignPosts }) {
  const router = useRouter();
  const [posting, setPosting] = useState<StaffAccount>();
  const [asked, setAsked] = useState<StaffAccount>();
  const [given, setGiven] = useState<{ name: string; login: string; password: string }>();
  const [fault, setFault] = useState<string>();

  async function confirm({ id, name }: StaffAccount) {
    const reply = await ask(reset, { accountId: id });
    setAsked(undefined);
    if (!reply.ok) return setFault(reply.message);
    setFault(undefined);
    setGiven({ name, ...reply.value });
  }

  function posted() {
    setPosting(undefined);
    router.refresh();
  }

  function close() {
    setGiven(undefined);
    router.refresh();
  }

  return (
    <Panel title="内网账号" id="staff-accounts" flush>
      {fault && <Message tone="bad" announce>{fault}</Message>}
      <Table caption="内网账号" columns={columnsOf(setAsked, setPosting)} rows={accounts} rowKey={(row) => row.id} />
      {posting && <PostsDialog account={posting} assign={assign} onClose={() => setPosting(undefined)} onDone={posted} />}
      {asked && (
        <ConfirmDialog open onClose={() => setAsked(undefined)} title={`重设 ${asked.name} 的密码？`} confirmLabel="重设密码" onConfirm={() => confirm(asked)} dangerous>
          <p>原密码立即作废，对方已有的登录结束，锁定解除。</p>
        </ConfirmDialog>
      )}
      {given && (
        <Dialog open onClose={close} title={`${given.name} 的一次性密码`} footer={<Button kind="primary" onClick={close}>已转告，关闭</Button>}>
          <p>登录账号 {given.login}</p>
          <p><output aria-label="一次性密码"><code>{given.password}</code></output></p>
          <p className="soft">请当面或电话转告本人。密码只显示这一次；对方登录后须先换成自己的密码。</p>
        </Dialog>
      )}
    </Panel>
  );
}

function stateOf({ active, temporary }: StaffAccount) {
  if (!active) return <Status tone="off">已停用</Status>;
  return temporary ? <Status tone="warn">等待换密码</Status> : <Status tone="good">在用</Status>;
}

function columnsOf(ask: (row: StaffAccount) => void, post: (row: StaffAccount) => void): Column<StaffAccount>[] {
  return [
    { key: "name", head: "姓名", rowHead: true, cell: (row) => row.name },
    { key: "login", head: "登录账号", phoneLabel: "登录账号", cell: (row) => row.login },
    { key: "posts", head: "岗位", phoneLabel: "岗位", cell: (row) => row.posts.join("、") },
    { key: "office", head: "派出机构", phoneLabel: "派出机构", cell: (row) => row.officeName },
    { key: "state", head: "状态", cell: stateOf },
    { key: "act", head: "操作", act: true, cell: (row) => (row.active && !row.own ? <RowCommands row={row} ask={ask} post={post} /> : null) },
  ];
}

function RowCommands({ row, ask, post }: { row: StaffAccount; ask: (row: StaffAccount) => void; post: (row: StaffAccount) => void }) {
  return (
    <>
      <Button kind="link" about={row.name} onClick={() => post(row)}>变更岗位</Button> <Button kind="link" about={row.name} onClick={() => ask(row)}>重设密码</Button>
    </>
  );
}
