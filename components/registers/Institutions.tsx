"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { EmptyState } from "@/components/ui/EmptyState";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { FieldGroup } from "@/components/ui/Panel";
import { Table } from "@/components/ui/Table";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { InstitutionRow } from "@/lib/licensing/procedures/credit-views";

export interface InstitutionsProps {
  rows: readonly InstitutionRow[];
  caption: string;
  add: Act<{ name: string; uscc: string }, { created: boolean }>;
  remove: Act<{ id: string }>;
}

/** 机构：在「上级企业」弹窗里选得到的企业。 */
export function Institutions({ rows, caption, add, remove }: InstitutionsProps) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const [leaving, setLeaving] = useState<InstitutionRow>();
  const [pending, during] = usePending();
  const [renewing, renew] = useTransition();

  function settle(ok: boolean, text: string) {
    setOutcome({ tone: ok ? "good" : "bad", text });
    if (ok) renew(() => router.refresh());
  }

  async function drop({ id, name }: InstitutionRow) {
    const reply = await during(ask(remove, { id }));
    setLeaving(undefined);
    settle(reply.ok, reply.ok ? `${name}不再是机构` : reply.message);
  }

  return (
    <>
      <div className="pb stack">
        {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
        <AddInstitution add={add} renewing={renewing} onAdded={(name, created) => settle(true, created ? `${name}没有登记过，已登记并列为机构` : `${name}已列为机构`)} />
      </div>
      <Table caption={caption} rows={rows} rowKey={(row) => row.id} empty={<EmptyState>没有找到机构。</EmptyState>}
        columns={[
          { key: "name", head: "机构名称", rowHead: true, cell: (row) => row.name },
          { key: "uscc", head: "统一社会信用代码", nowrap: true, phoneLabel: "代码", cell: (row) => row.uscc },
          { key: "office", head: "派出机构", minor: true, cell: (row) => row.officeName },
          { key: "count", head: "下级企业", num: true, phoneLabel: "下级企业", cell: (row) => row.subordinates },
          { key: "act", head: "操作", act: true, cell: (row) => <Button kind="link" about={row.name} blocked={renewing ? "正在处理" : undefined} onClick={() => setLeaving(row)}>移除</Button> },
        ]} />
      <ConfirmDialog open={leaving !== undefined} onClose={() => setLeaving(undefined)} title="移除机构" confirmLabel="移除" dangerous pending={pending}
        onConfirm={() => void (leaving && drop(leaving))}>
        移除后在“上级企业”里选不到{leaving?.name}；已经选了它的 {leaving?.subordinates ?? 0} 家企业不变。
      </ConfirmDialog>
    </>
  );
}

function AddInstitution({ add, renewing, onAdded }: { add: InstitutionsProps["add"]; renewing: boolean; onAdded: (name: string, created: boolean) => void }) {
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const held = pending || renewing;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (held) return;
    const element = event.currentTarget;
    const form = new FormData(element);
    const command = { name: String(form.get("name") ?? "").trim(), uscc: String(form.get("uscc") ?? "").trim() };
    const reply = await during(ask(add, command));
    setFields(reply.ok ? {} : reply.fields);
    setFailure(reply.ok || Object.keys(reply.fields).length > 0 ? undefined : reply.message);
    if (!reply.ok) return;
    element.reset();
    onAdded(command.name, reply.value.created);
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label="列入机构">
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <FieldGroup>
        <FieldFrame id="institution-name" label="机构名称" required error={fields.name}>
          {(control) => <TextInput {...control} name="name" readOnly={pending} />}
        </FieldFrame>
        <FieldFrame id="institution-uscc" label="统一社会信用代码" required error={fields.uscc} help="已登记的企业直接列入；没有登记的先登记，以后注册时由它认领">
          {(control) => <TextInput {...control} name="uscc" maxLength={40} readOnly={pending} />}
        </FieldFrame>
      </FieldGroup>
      <div className="btns mt"><Button kind="primary" type="submit" blocked={held ? "正在处理" : undefined}>列为机构</Button></div>
    </form>
  );
}
