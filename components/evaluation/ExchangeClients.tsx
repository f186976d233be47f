"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { ExchangeClientRow, NewExchangeClient } from "@/lib/evaluation/exchange/views";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

export interface ExchangeClientsProps {
  clients: readonly ExchangeClientRow[];
  add: Act<{ name: string }, NewExchangeClient>;
  revoke: Act<{ id: string }>;
}

/** 数据交换的对方：加一个，密钥只在此刻显示；停用后不能恢复。 */
export function ExchangeClients({ clients, add, revoke }: ExchangeClientsProps) {
  const router = useRouter();
  const [added, setAdded] = useState<NewExchangeClient>();
  const [revoking, setRevoking] = useState<ExchangeClientRow>();
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function stop({ id, name }: ExchangeClientRow) {
    const reply = await during(ask(revoke, { id }));
    setRevoking(undefined);
    setOutcome(reply.ok ? { tone: "good", text: `已停用 ${name}，它的请求不再受理。` } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  return (
    <>
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      {added && <Secret client={added} />}
      <Panel title="登记一个对方" id="add-client"><AddClient add={add} onAdded={(client) => (setAdded(client), setOutcome(undefined), router.refresh())} /></Panel>
      <Panel flush title="对方" id="clients">
        <Table
          caption="数据交换的对方"
          rows={clients}
          rowKey={(row) => row.id}
          empty="还没有登记对方。"
          columns={[
            { key: "name", head: "名称", cell: (row) => row.name, rowHead: true },
            { key: "keyId", head: "密钥编号", cell: (row) => <code>{row.keyId}</code>, phoneLabel: "密钥编号" },
            { key: "state", head: "状态", cell: (row) => (row.revokedAt ? <Status tone="off">已停用</Status> : <Status tone="good">可用</Status>), phoneLabel: "状态" },
            { key: "at", head: "登记时间", cell: (row) => shanghaiMoment(new Date(row.createdAt)), phoneLabel: "登记", nowrap: true, minor: true },
            { key: "act", head: "操作", act: true, cell: (row) => !row.revokedAt && <Button kind="link" about={row.name} onClick={() => setRevoking(row)}>停用</Button> },
          ]}
        />
      </Panel>
      {revoking && (
        <ConfirmDialog open dangerous pending={pending} onClose={() => setRevoking(undefined)} title="停用这个对方" confirmLabel="停用" onConfirm={() => void stop(revoking)}>
          <p>停用 {revoking.name} 之后，它的请求不再受理，也不能恢复；要用须重新登记。</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Secret({ client: { name, keyId, secret } }: { client: NewExchangeClient }) {
  return (
    <Message tone="warn" announce title={`请现在把${name}的密钥抄下，离开本页后不再显示`}>
      <TermList fold items={[{ term: "密钥编号", value: <code>{keyId}</code> }, { term: "密钥", value: <code className="break-all">{secret}</code> }]} />
    </Message>
  );
}

function AddClient({ add, onAdded }: { add: ExchangeClientsProps["add"]; onAdded: (client: NewExchangeClient) => void }) {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent) {
    event.preventDefault();
    // 只有一个格的表单，按钮不能按时 Enter 照样送出
    if (pending) return;
    if (name.trim() === "") return setFault("请填写对方名称");
    const reply = await during(ask(add, { name }));
    setFault(reply.ok ? undefined : (reply.fields.name ?? reply.message));
    if (!reply.ok) return;
    setName("");
    onAdded(reply.value);
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <FieldFrame id="client-name" label="对方名称" required short error={fault} help="如省级政务服务好差评平台">
        {(control) => <TextInput {...control} value={name} readOnly={pending} autoComplete="off" onChange={(event) => (setName(event.target.value), setFault(undefined))} />}
      </FieldFrame>
      <div className="btns mt"><Button kind="primary" type="submit" blocked={pending ? "正在登记" : undefined}>登记并生成密钥</Button></div>
    </form>
  );
}
